import type { ImportChoices, NearKey, UnlinkedKey } from '#contracts/import.ts';
import { foldName } from '#core/customers/match-texts.ts';
import { nearPair } from '#core/imports/near-pair.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findByExternalIds, listRecords } from '#db/sealed-table.ts';

/** What other files may name. */
export type LinkTable = 'customers' | 'products';

type Named = { readonly id: string; readonly name: string };

type Table = {
  readonly byKey: Map<string, string>;
  readonly byName: Map<string, string>;
  /** Names without spaces and signs; null where two records share one. */
  readonly byFold: Map<string, Named | null>;
  /** Keys asked of the database and not found. */
  readonly asked: Set<string>;
  isLoaded: boolean;
};

const newTable = (): Table => ({
  byKey: new Map(),
  byName: new Map(),
  byFold: new Map(),
  asked: new Set(),
  isLoaded: false,
});

/** The customers and products of the files of an import and of the database, by key and by name. */
export type LinkBook = {
  readonly tables: Readonly<Record<LinkTable, Table>>;
  /** Whether a name that differs only in spaces and signs is the same one. */
  readonly isSame: (table: LinkTable, said: string) => boolean;
  readonly near: Map<string, NearKey & { count: number }>;
  readonly unlinked: Map<string, UnlinkedKey & { count: number }>;
};

export const newLinkBook = ({
  sameNames = 'apart',
  samePairs = {},
}: Pick<ImportChoices, 'sameNames' | 'samePairs'>): LinkBook => ({
  tables: { customers: newTable(), products: newTable() },
  isSame: (entity, said) => (samePairs[nearPair({ entity, said })] ?? sameNames) === 'link',
  near: new Map(),
  unlinked: new Map(),
});

/** Says that a record is there. The first of two with one name keeps it. */
export const addToBook = (
  book: LinkBook,
  table: LinkTable,
  {
    id,
    externalId,
    name = '',
  }: { id: string; externalId?: string | undefined; name?: string | undefined },
): void => {
  const { byKey, byName, byFold } = book.tables[table];
  if (externalId !== undefined) byKey.set(externalId, id);
  const exact = name.trim();
  if (exact === '') return;
  if (!byName.has(exact)) byName.set(exact, id);
  const folded = foldName(exact);
  const other = byFold.get(folded);
  if (other === undefined) byFold.set(folded, { id, name: exact });
  else if (other !== null && other.name !== exact) byFold.set(folded, null);
};

const loadCustomers = async (db: Database, book: LinkBook): Promise<void> => {
  for (const { ids, columns } of await readColumns(db, 'customers.directory'))
    ids.forEach((id, at) => {
      const name = columns.name?.[at];
      if (id !== null && typeof name === 'string') addToBook(book, 'customers', { id, name });
    });
};

/** Takes in what the database holds, once, when names are about to be looked for. */
export const loadNames = async (db: Database, book: LinkBook, table: LinkTable): Promise<void> => {
  const known = book.tables[table];
  if (known.isLoaded) return;
  known.isLoaded = true;
  if (table === 'customers') return loadCustomers(db, book);
  for (const { id, name, externalId, deletedAt } of await listRecords(db, 'products'))
    if (deletedAt === undefined) addToBook(book, 'products', { id, name, externalId });
};

/** Asks the database for keys the files do not hold. */
export const askKeys = async (
  db: Database,
  book: LinkBook,
  table: LinkTable,
  keys: readonly string[],
): Promise<void> => {
  const { byKey, asked } = book.tables[table];
  const open = [...new Set(keys)].filter((key) => key !== '' && !byKey.has(key) && !asked.has(key));
  if (open.length === 0) return;
  for (const key of open) asked.add(key);
  for (const [key, { id }] of await findByExternalIds(db, table, open)) byKey.set(key, id);
};

const count = <T extends { count: number }>(list: Map<string, T>, key: string, make: () => T) => {
  const known = list.get(key) ?? make();
  known.count += 1;
  list.set(key, known);
};

/** The record a text stands for: by key, by name, and by a near-equal name where that is wanted. */
export const findLink = (
  book: LinkBook,
  table: LinkTable,
  text: string,
): { readonly id: string; readonly isNear: boolean } | undefined => {
  const { byKey, byName, byFold } = book.tables[table];
  const id = byKey.get(text) ?? byName.get(text);
  if (id !== undefined) return { id, isNear: false };
  const near = byFold.get(foldName(text));
  const key = nearPair({ entity: table, said: text });
  if (near) {
    const isLinked = book.isSame(table, text);
    const found = { entity: table, said: text, known: near.name, isLinked, count: 0 };
    count(book.near, key, () => found);
    if (isLinked) return { id: near.id, isNear: true };
  } else count(book.unlinked, key, () => ({ entity: table, said: text, count: 0 }));
  return undefined;
};
