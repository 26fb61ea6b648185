import { type Result, refuse } from '#core/result.ts';
import { byTable } from './by-table.ts';
import { commit, type Write } from './commit.ts';
import type { Database, SealedRow } from './database.ts';
import { type DependentRow, readDependents, trashedWithCustomer } from './dependents.ts';
import type { AnyRecord, RecordTable } from './record-tables.ts';
import { openRecord } from './sealed-record.ts';

/** Names a record. */
export type RecordRef = { readonly table: RecordTable; readonly id: string };

const openRows = (db: Database, table: RecordTable, rows: readonly SealedRow[]) =>
  Promise.all(
    rows.map(async (row) => ({ table, record: await openRecord(db.keys, table, row) }) as Write),
  );

/** The records of these writes with another word on when they were deleted. */
const setDeleted = (writes: readonly Write[], deletedAt: number | undefined): Write[] =>
  writes.map((write) => {
    if ('remove' in write) return write;
    const {
      deletedAt: _,
      mergedInto: __,
      ...kept
    } = write.record as AnyRecord & {
      mergedInto?: string;
    };
    const record = deletedAt === undefined ? kept : { ...kept, deletedAt };
    return { table: write.table, record } as Write;
  });

/**
 * Puts customers into the trash with their contacts, activities, tasks, deals, orders and files, as one
 * change. They share the instant of deletion: by it they come back together.
 * Refuses: not-found (none of them is there, or all are already), edit-conflict, storage-full.
 */
export const deleteCustomers = async (
  db: Database,
  ids: readonly string[],
  now: number,
): Promise<Result<{ readonly seq: number }>> => {
  const rows = (await db.dexie.customers.bulkGet([...ids])).filter((row) => row !== undefined);
  const found = [
    ['customers', rows] as const,
    ...(await readDependents(db, trashedWithCustomer, ids)),
  ];
  const opened = await Promise.all(
    found.map(([table, all]) =>
      openRows(
        db,
        table,
        all.filter(({ deletedAt }) => deletedAt === undefined),
      ),
    ),
  );
  if (opened.every((writes) => writes.length === 0)) return refuse('not-found');
  const label = ids.length === 1 ? 'customer-deleted' : 'customers-deleted';
  return commit(db, { label, now, writes: setDeleted(opened.flat(), now) });
};

/** The customers in the trash that these rows belong to: nothing comes back without its customer. */
const customersOf = async (db: Database, rows: readonly DependentRow[]) => {
  const ids = new Set(rows.flatMap(({ customerId }) => customerId ?? []));
  const found = await db.dexie.customers.bulkGet([...ids]);
  return found.filter((row) => row?.deletedAt !== undefined) as SealedRow[];
};

/** What went into the trash with these customers, in the same instant. */
const companions = async (db: Database, customers: readonly SealedRow[]) => {
  const when = new Map(customers.map(({ id, deletedAt }) => [id, deletedAt]));
  const found = await readDependents(db, trashedWithCustomer, [...when.keys()]);
  return found.map(([table, rows]) => {
    const own = rows.filter((row) => row.deletedAt === when.get(row.customerId ?? ''));
    return [table, own] as const;
  });
};

/**
 * Takes records out of the trash as one change. A customer brings back what was deleted with it; what
 * belongs to a customer in the trash brings the customer back.
 * Refuses: not-found (none of them is there, or all are already), edit-conflict, storage-full.
 */
export const restoreRecords = async (
  db: Database,
  refs: readonly RecordRef[],
  now: number,
): Promise<Result<{ readonly seq: number }>> => {
  const rows = new Map<string, readonly [RecordTable, SealedRow]>();
  const take = (table: RecordTable, found: readonly (SealedRow | undefined)[]) => {
    for (const row of found)
      if (row?.deletedAt !== undefined) rows.set(`${table}|${row.id}`, [table, row]);
  };
  for (const [table, ids] of byTable(refs, ({ id }) => id))
    take(table, await db.dexie[table].bulkGet(ids));
  const wanted = [...rows.values()];
  const own = wanted.flatMap(([table, row]) => (table === 'customers' ? [] : [row]));
  take('customers', await customersOf(db, own));
  const customers = [...rows.values()].flatMap(([table, row]) =>
    table === 'customers' ? [row] : [],
  );
  for (const [table, found] of await companions(db, customers)) take(table, found);
  const opened = await Promise.all(
    [...rows.values()].map(([table, row]) => openRows(db, table, [row])),
  );
  if (opened.length === 0) return refuse('not-found');
  const isOne = refs.length === 1 && refs[0]?.table === 'customers';
  const label = isOne ? 'customer-restored' : 'records-restored';
  return commit(db, { label, now, writes: setDeleted(opened.flat(), undefined) });
};
