/** What a proposed pair of names is called: one text in the files is nearly one known name. */
export const nearPair = ({
  entity,
  said,
}: {
  readonly entity: string;
  readonly said: string;
}): string => `${entity}|${said}`;
