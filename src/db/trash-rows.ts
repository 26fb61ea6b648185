import type { Database, SealedRow } from './database.ts';
import { trashedWithCustomer } from './dependents.ts';

/** Tables that have a trash. */
export const trashTables = [
  'customers',
  ...trashedWithCustomer,
  'products',
  'fieldDefinitions',
  'savedViews',
  'targets',
] as const;
export type TrashTable = (typeof trashTables)[number];

/** Tables of a few hundred rows have no index of what is deleted: each row is looked at, unopened. */
const hasIndex = (db: Database, table: TrashTable): boolean =>
  'deletedAt' in db.dexie[table].schema.idxByName;

const deletedIn = (db: Database, table: TrashTable, until: number) =>
  hasIndex(db, table)
    ? db.dexie[table].where('deletedAt').belowOrEqual(until)
    : db.dexie[table].filter(({ deletedAt }) => deletedAt !== undefined && deletedAt <= until);

/** Ids of what was deleted up to an instant. */
export const listDeletedIds = (
  db: Database,
  table: TrashTable,
  until: number,
): Promise<readonly string[]> => deletedIn(db, table, until).primaryKeys();

export const countDeleted = (db: Database, table: TrashTable): Promise<number> =>
  deletedIn(db, table, Number.MAX_SAFE_INTEGER).count();

/** Rows in the trash of a table, unopened, the last deleted first. */
export const listDeletedRows = async (
  db: Database,
  table: TrashTable,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly SealedRow[]> => {
  if (hasIndex(db, table))
    return db.dexie[table].orderBy('deletedAt').reverse().offset(offset).limit(limit).toArray();
  const rows = await deletedIn(db, table, Number.MAX_SAFE_INTEGER).toArray();
  return rows.sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0)).slice(offset, offset + limit);
};
