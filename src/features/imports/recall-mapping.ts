import type { FileKind } from '#contracts/import.ts';
import type { ImportJournal } from '#core/imports/import-journal.ts';

/** Where the columns of a file went in an earlier import. */
export type KeptMapping = {
  readonly fileName: string;
  readonly at: number;
  readonly as: FileKind;
  /** By exact header. */
  readonly fields: Readonly<Record<string, string>>;
};

const keyOf = (headers: readonly string[]): string => JSON.stringify([...headers].sort());

/** What a person said of a file with the same headers the last time; undone imports say nothing. */
export const recallMapping = (
  journals: readonly ImportJournal[],
  headers: readonly string[],
): KeptMapping | undefined => {
  const key = keyOf(headers);
  const files = journals
    .filter(({ state }) => state === 'done')
    .sort((a, b) => b.createdAt - a.createdAt)
    .flatMap(({ createdAt, files = [] }) => files.map((file) => ({ ...file, at: createdAt })));
  for (const { name, as, at, fields, headers: known } of files)
    if (fields?.length === known.length && keyOf(known) === key) {
      const byHeader = Object.fromEntries(
        known.map((header, n) => [header, fields[n] ?? 'custom']),
      );
      return { fileName: name, at, as, fields: byHeader };
    }
  return undefined;
};
