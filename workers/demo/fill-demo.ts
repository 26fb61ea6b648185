import type { DemoContract } from '#contracts/demo.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Order } from '#core/sales/order.ts';
import { type BatchRecords, prepareBatch, writeBatch } from '#db/bulk-write.ts';
import { chunkRows } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import { removeImport } from '#db/remove-import.ts';
import type { Job } from '#rpc/serve.ts';
import { type Demo, generateDemo } from './generate.ts';

type Input = DemoContract['fill']['input'];
type Output = DemoContract['fill']['output'];
type DemoJob = Job<DemoContract['fill']['progress']>;

/** Customers and their orders made, but not yet given places and written. */
type Made = { readonly customers: Customer[]; readonly orders: Order[] };

type Counts = { customers: number; orders: number; products: number };

const makeCustomers = (demo: Demo, from: number, to: number): Made => {
  const made: Made = { customers: [], orders: [] };
  for (let index = from; index < to; index += 1) {
    const { customer, orders } = demo.customerAt(index);
    made.customers.push(customer);
    made.orders.push(...orders);
  }
  return made;
};

/** Gives records the places of a range of their own. */
const placed = async <T extends Customer | Order>(
  db: Database,
  table: 'customers' | 'orders',
  records: readonly T[],
): Promise<readonly T[]> => {
  const first = records.length === 0 ? 0 : await reserveOrds(db, table, records.length);
  return records.map((record, at) => ({ ...record, ord: first + at }));
};

const journalOf = ({ importId, now }: Input, counts: Counts, isDone: boolean): ImportJournal => {
  const added = counts.customers + counts.orders + counts.products;
  return {
    id: importId,
    createdAt: now,
    updatedAt: now,
    rev: 0,
    fileName: 'demo',
    as: 'demo',
    state: isDone ? 'done' : 'running',
    rowsRead: added,
    added,
    updated: 0,
    skipped: 0,
    errors: [],
  };
};

const writeRecords = async (
  db: Database,
  input: Input,
  records: BatchRecords,
  counts: Counts,
): Promise<Result<unknown>> => {
  counts.customers += records.customers?.length ?? 0;
  counts.orders += records.orders?.length ?? 0;
  counts.products += records.products?.length ?? 0;
  const isDone = counts.customers === input.customers;
  const batch = await prepareBatch(db, { importId: input.importId, records });
  const journal = journalOf(input, counts, isDone);
  return writeBatch(db, batch, {
    journal,
    now: input.now,
    label: isDone ? 'import-done' : 'import-batch',
  });
};

/**
 * Writes the demo chunk by chunk: a thousand customers with their orders at a time, orders in whole
 * chunks, the rest waiting for the next turn. After the first turn the screens have something.
 */
const writeDemo = async (
  db: Database,
  input: Input,
  job: DemoJob,
  counts: Counts,
): Promise<Result<unknown>> => {
  const demo = generateDemo(input);
  let waiting: readonly Order[] = [];
  for (let from = 0; from < input.customers; from += chunkRows) {
    if (job.signal.aborted) return refuse('cancelled');
    const to = Math.min(input.customers, from + chunkRows);
    const made = makeCustomers(demo, from, to);
    const orders = [...waiting, ...made.orders];
    const whole =
      to === input.customers ? orders.length : orders.length - (orders.length % chunkRows);
    waiting = orders.slice(whole);
    const written = await writeRecords(
      db,
      input,
      {
        ...(from === 0 && { products: demo.products, fieldDefinitions: demo.fieldDefinitions }),
        customers: await placed(db, 'customers', made.customers),
        orders: await placed(db, 'orders', orders.slice(0, whole)),
      },
      counts,
    );
    if (!written.ok) return written;
    job.progress({ fraction: to / input.customers, usable: true });
  }
  return job.signal.aborted ? refuse('cancelled') : accept(undefined);
};

/**
 * Fills the database with the demo. Cancelled or refused (storage-full): all of it is removed again
 * before the answer. A demo cut off by a crash is found by listUnfinishedImports, as any import.
 */
export const fillDemo = async (
  db: Database,
  input: Input,
  job: DemoJob,
): Promise<Result<Output>> => {
  const startedAt = performance.now();
  const counts: Counts = { customers: 0, orders: 0, products: 0 };
  job.progress({ fraction: 0, usable: false });
  const written = await writeDemo(db, input, job, counts);
  if (written.ok) return accept({ ...counts, ms: Math.round(performance.now() - startedAt) });
  const { importId, now } = input;
  if (counts.customers > 0) await removeImport(db, importId, { now, onProgress: job.beat });
  return written;
};
