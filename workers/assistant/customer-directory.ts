import type { ShownCustomer } from '#core/assistant/answer-about-scores.ts';
import { indexNames, type NameIndex } from '#core/assistant/link-name.ts';
import type { OwnDataWords } from '#core/assistant/own-data-words.ts';
import { type ChangeLabel, listChanges } from '#db/change-log.ts';
import { type ColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Meta, readMeta } from '#db/meta.ts';

type Entry = {
  readonly id: string;
  /** Place of the customer in the columns. */
  readonly ord: number;
  readonly name: string;
  readonly altName: string;
  readonly city: string;
  /** May appear in scores, segments and lists of whom to visit. */
  readonly profiled: boolean;
  readonly walkIn: boolean;
};

/** Every customer's name, opened once and kept as long as nothing is written. */
export type CustomerDirectory = {
  readonly seq: number;
  readonly installId: string;
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  readonly byOrd: ReadonlyMap<number, Entry>;
  /** Made when the first name is looked for. */
  readonly index: () => NameIndex;
};

const text = (chunk: ColumnChunk, column: string, at: number): string => {
  const value = chunk.columns[column]?.[at];
  return typeof value === 'string' ? value : '';
};

const readEntries = (chunks: readonly ColumnChunk[]): Entry[] =>
  chunks.flatMap((chunk) =>
    chunk.ids.flatMap((id, at) =>
      id === null
        ? []
        : [
            {
              id,
              ord: chunk.first + at,
              name: text(chunk, 'name', at),
              altName: text(chunk, 'altName', at),
              city: text(chunk, 'city', at),
              profiled: chunk.columns.profiling?.[at] !== 'denied',
              walkIn: chunk.columns.walkIn?.[at] === true,
            },
          ],
    ),
  );

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const known = new Map<string, CustomerDirectory>();

/** Changes that touch no customer. */
const harmless: readonly ChangeLabel[] = [
  'conversation',
  'pairs-seeded',
  'pair-saved',
  'pair-deleted',
];

const isFresh = async (db: Database, before: CustomerDirectory, meta: Meta): Promise<boolean> => {
  const passed = meta.seq - before.seq;
  if (before.installId !== meta.installId || passed < 0 || passed > 50) return false;
  const changes = passed === 0 ? [] : await listChanges(db, passed);
  return changes.length === passed && changes.every(({ label }) => harmless.includes(label));
};

/** The customers of a database; read again only when something was written since that may matter. */
export const readDirectory = async (db: Database): Promise<CustomerDirectory> => {
  const meta = await readMeta(db);
  const { seq, installId } = meta;
  const before = known.get(db.name);
  if (before !== undefined && (await isFresh(db, before, meta))) {
    const same = { ...before, seq };
    known.set(db.name, same);
    return same;
  }
  const entries = readEntries(await readColumns(db, 'customers.directory'));
  const directory: CustomerDirectory = {
    seq,
    installId,
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    byOrd: new Map(entries.map((entry) => [entry.ord, entry])),
    index: once(() => indexNames(entries)),
  };
  known.set(db.name, directory);
  return directory;
};

/** A customer as an answer shows it; one without a name by its place. */
export const shown = (entry: Entry, words: OwnDataWords): ShownCustomer => ({
  id: entry.id,
  name: entry.name === '' ? words.nameless(entry.ord + 1) : entry.name,
  city: entry.city,
});
