import type { ImportContract, ImportReceipt } from '#contracts/import.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { importCustomers, type RunJob } from './import-customers.ts';
import { importOrders } from './import-orders.ts';
import { newTally } from './import-writer.ts';
import { openTable } from './open-table.ts';
import { scanOnce } from './scan-once.ts';

/**
 * Imports a file: looks at all of it, then writes it. Cancelled or refused: nothing of it is left.
 * Refuses what readForm, scanFile, importCustomers and importOrders refuse.
 */
export const runImport = async (
  db: Database,
  input: ImportContract['run']['input'],
  job: RunJob,
): Promise<Result<ImportReceipt>> => {
  const startedAt = performance.now();
  const table = await openTable(input.file, input.name, input.settings);
  if (!table.ok) return table;
  const scan = await scanOnce(input.file, table.value, input.settings.hasHeader, {
    signal: job.signal,
    onBytes: job.beat,
  });
  if (!scan.ok) return scan;
  const tally = newTally();
  const none = { customers: 0, orders: 0, products: 0, returns: 0 };
  const done =
    input.as === 'orders'
      ? await importOrders(db, input, { ...scan.value, source: table.value }, tally, job)
      : await importCustomers(db, input, { ...scan.value, source: table.value }, tally, job);
  if (!done.ok) return done;
  return accept({
    importId: input.importId,
    encoding: table.value.encoding,
    delimiter: table.value.delimiter,
    ...tally,
    made: done.value ?? { ...none, customers: tally.added },
    ms: performance.now() - startedAt,
  });
};
