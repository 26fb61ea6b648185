import type { Database } from './database.ts';
import { isProjected } from './projections.ts';
import type { Records, RecordTable } from './record-tables.ts';
import { openRecord } from './sealed-record.ts';

/** Rows opened at a time: what a tablet holds without noticing. */
const batchRows = 1000;

/**
 * Every record of a table, those in the trash included, a thousand at a time: by place where records
 * have one, else by id. Each batch is a keyset page, so that a table of any length costs no more.
 */
export async function* readTable<T extends RecordTable>(
  db: Database,
  table: T,
): AsyncGenerator<readonly Records[T][]> {
  const index = isProjected(table) ? 'ord' : ':id';
  const store = db.dexie[table];
  let last: string | number | undefined;
  for (;;) {
    const from = last === undefined ? store.orderBy(index) : store.where(index).above(last);
    const rows = await from.limit(batchRows).toArray();
    const end = rows.at(-1);
    if (end === undefined) return;
    last = index === 'ord' ? end.ord : end.id;
    yield await Promise.all(rows.map((row) => openRecord(db.keys, table, row)));
  }
}
