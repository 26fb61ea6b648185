import type { Database } from './database.ts';
import { type DependentRow, readDependents, trashedWithCustomer } from './dependents.ts';
import type { AnyRecord } from './record-tables.ts';
import { openRecord } from './sealed-record.ts';
import { countDeleted, listDeletedRows, type TrashTable, trashTables } from './trash-rows.ts';

/** How long the trash keeps a record, ms. */
export const trashMs = 30 * 86_400_000;

export type TrashLine = {
  readonly table: TrashTable;
  readonly record: AnyRecord;
  readonly deletedAt: number;
  /** How many records went with it: a customer's contacts, orders and so on. */
  readonly companions: number;
};

type Found = { readonly table: TrashTable; readonly row: DependentRow };

const rowsAtOnce = 500;

/** Whether a row lies under its customer, with which it was deleted. */
const findCovered = async (db: Database, rows: readonly DependentRow[]) => {
  const ids = [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  const customers = await db.dexie.customers.bulkGet(ids);
  const when = new Map(customers.flatMap((row) => (row ? [[row.id, row.deletedAt]] : [])));
  return ({ customerId, deletedAt }: DependentRow) =>
    customerId !== undefined && when.get(customerId) === deletedAt;
};

/** The newest rows of one table that stand in the trash for themselves. */
const findInTable = async (db: Database, table: TrashTable, limit: number): Promise<Found[]> => {
  const found: Found[] = [];
  for (let offset = 0; found.length < limit; offset += rowsAtOnce) {
    const rows = await listDeletedRows(db, table, { offset, limit: rowsAtOnce });
    const isCovered = await findCovered(db, table === 'customers' ? [] : rows);
    for (const row of rows) if (!isCovered(row)) found.push({ table, row });
    if (rows.length < rowsAtOnce) break;
  }
  return found.slice(0, limit);
};

const countCompanions = async (db: Database, found: readonly Found[]) => {
  const customers = found.filter(({ table }) => table === 'customers').map(({ row }) => row);
  const when = new Map(customers.map(({ id, deletedAt }) => [id, deletedAt]));
  const counts = new Map<string, number>();
  for (const [, rows] of await readDependents(db, trashedWithCustomer, [...when.keys()]))
    for (const { customerId = '', deletedAt } of rows)
      if (when.get(customerId) === deletedAt)
        counts.set(customerId, (counts.get(customerId) ?? 0) + 1);
  return counts;
};

/**
 * What is in the trash, the last deleted first. What went with its customer is counted there and has
 * no line of its own. Opens at most `limit` rows.
 */
export const listTrash = async (db: Database, limit = 100): Promise<TrashLine[]> => {
  const all = await Promise.all(trashTables.map((table) => findInTable(db, table, limit)));
  const newest = all
    .flat()
    .sort((a, b) => (b.row.deletedAt ?? 0) - (a.row.deletedAt ?? 0))
    .slice(0, limit);
  const companions = await countCompanions(db, newest);
  return Promise.all(
    newest.map(async ({ table, row }) => ({
      table,
      record: await openRecord(db.keys, table, row),
      deletedAt: row.deletedAt ?? 0,
      companions: table === 'customers' ? (companions.get(row.id) ?? 0) : 0,
    })),
  );
};

/** How many records are in the trash, those that went with a customer included. */
export const countTrash = async (db: Database): Promise<number> => {
  const counts = await Promise.all(trashTables.map((table) => countDeleted(db, table)));
  return counts.reduce((sum, count) => sum + count, 0);
};
