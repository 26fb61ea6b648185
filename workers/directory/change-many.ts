import { applyBulkChange, type BulkChange } from '#core/customers/bulk-change.ts';
import type { Customer } from '#core/customers/customer.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { deleteCustomers } from '#db/trash.ts';

/** Records opened between two looks at whether to go on. */
const batchRows = 500;

type Progress = { readonly done: number; readonly total: number };

/**
 * Does one thing to many customers, in one commit that can be undone. Those that are so already are
 * not written; who is deleted takes along what belongs to them. Refuses: cancelled (nothing is written), edit-conflict, storage-full.
 */
export const changeMany = async (
  db: Database,
  { ords, change, now }: { ords: Uint32Array; change: BulkChange; now: number },
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Result<{ readonly changed: number; readonly same: number }>> => {
  const changed: Customer[] = [];
  let same = 0;
  for (let at = 0; at < ords.length; at += batchRows) {
    if (signal.aborted) return refuse('cancelled');
    const anyOf = [...ords.subarray(at, at + batchRows)];
    const customers = await listRecords(db, 'customers', { index: 'ord', anyOf });
    for (const customer of customers) {
      if (customer.deletedAt !== undefined) continue;
      const next = applyBulkChange(customer, change, now);
      if (next === customer) same += 1;
      else changed.push(next);
    }
    onProgress({ done: at + anyOf.length, total: ords.length });
  }
  if (changed.length === 0) return accept({ changed: 0, same });
  const written =
    change.kind === 'delete'
      ? await deleteCustomers(
          db,
          changed.map(({ id }) => id),
          now,
        )
      : await commit(db, {
          label: 'customers-changed',
          now,
          writes: changed.map((record) => ({ table: 'customers', record })),
        });
  return written.ok ? accept({ changed: changed.length, same }) : written;
};
