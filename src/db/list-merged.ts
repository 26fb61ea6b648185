import type { Customer } from '#core/customers/customer.ts';
import type { Database } from './database.ts';
import { openRecord } from './sealed-record.ts';
import { findRecords } from './sealed-table.ts';

export type Merged = { readonly loser: Customer; readonly winner: Customer | undefined };

/** Rows looked through: merges are found among the customers deleted last. */
const mostOpened = 100;

/** The last merges that can still be taken apart, the newest first. */
export const listMerged = async (db: Database, limit = 10): Promise<Merged[]> => {
  const rows = await db.dexie.customers.orderBy('deletedAt').reverse().limit(mostOpened).toArray();
  const deleted = await Promise.all(rows.map((row) => openRecord(db.keys, 'customers', row)));
  const losers = deleted.filter(({ mergedInto }) => mergedInto !== undefined).slice(0, limit);
  const winners = await findRecords(
    db,
    'customers',
    losers.flatMap(({ mergedInto }) => mergedInto ?? []),
  );
  const byId = new Map(winners.map((winner) => [winner.id, winner]));
  return losers.map((loser) => ({ loser, winner: byId.get(loser.mergedInto ?? '') }));
};
