/** What a dragged deal carries: its id under a kind of our own, so that nothing else can be dropped. */
export const dealKind = 'application/x-rapport-deal';

type Dropped = {
  readonly kind: string;
  readonly types?: { readonly has: (kind: string) => boolean };
  readonly getText?: (kind: string) => Promise<string>;
};

/** The id of the deal that was dropped; undefined when it was something else. */
export const readDrop = async (items: readonly Dropped[]): Promise<string | undefined> => {
  const item = items.find(({ kind, types }) => kind === 'text' && types?.has(dealKind));
  return item?.getText?.(dealKind);
};
