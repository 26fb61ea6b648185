import { distinctPairId } from '#core/customers/distinct-pair.ts';
import type { Result } from '#core/result.ts';
import { commit } from './commit.ts';
import type { Database } from './database.ts';
import { findRecord } from './sealed-table.ts';

/**
 * Remembers that two customers are not the same, so that they are not shown as duplicates again.
 * Refuses: edit-conflict, storage-full.
 */
export const tellApart = async (
  db: Database,
  [a, b]: readonly [string, string],
  now: number,
): Promise<Result<{ readonly seq: number }>> => {
  const id = distinctPairId(a, b);
  const known = await findRecord(db, 'distinctPairs', id);
  const customerIds: [string, string] = a < b ? [a, b] : [b, a];
  const record = { id, createdAt: now, updatedAt: now, rev: known?.rev ?? 0, customerIds };
  return commit(db, {
    label: 'customers-told-apart',
    now,
    writes: [{ table: 'distinctPairs', record }],
  });
};
