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

/** What one transaction writes. `fraction`: how much of the demo is made by then. */
type Parcel = {
  readonly records: BatchRecords;
  readonly fraction: number;
  readonly usable: boolean;
};

/** Orders in one transaction: whole chunks, few enough that sealing and writing overlap. */
const ordersPerParcel = 3 * chunkRows;

const parcelsOfOrders = (orders: readonly Order[], part: Omit<Parcel, 'records'>): Parcel[] => {
  const count = Math.ceil(orders.length / ordersPerParcel);
  return Array.from({ length: count }, (_, at) => ({
    fraction: part.fraction,
    usable: part.usable || (at === count - 1 && part.fraction > 0),
    records: { orders: orders.slice(at * ordersPerParcel, (at + 1) * ordersPerParcel) },
  }));
};

/**
 * The demo in parcels: products and fields, then a thousand customers at a time, each thousand
 * followed by its orders in whole chunks; a rest waits for the next thousand.
 */
function* parcelsOf(demo: Demo, customers: number): Generator<Parcel> {
  let waiting: readonly Order[] = [];
  for (let from = 0; from < customers; from += chunkRows) {
    const to = Math.min(customers, from + chunkRows);
    const made = makeCustomers(demo, from, to);
    const { products, fieldDefinitions } = demo;
    const first = from === 0 ? { products, fieldDefinitions } : {};
    const usable = from > 0;
    yield { records: { ...first, customers: made.customers }, fraction: from / customers, usable };
    const orders = [...waiting, ...made.orders];
    const whole = to === customers ? orders.length : orders.length - (orders.length % chunkRows);
    waiting = orders.slice(whole);
    yield* parcelsOfOrders(orders.slice(0, whole), { fraction: to / customers, usable });
  }
}

const count = (counts: Counts, records: BatchRecords) => {
  counts.customers += records.customers?.length ?? 0;
  counts.orders += records.orders?.length ?? 0;
  counts.products += records.products?.length ?? 0;
};

/** Writes parcel after parcel; the next is made and sealed while the one before is being written. */
const writeParcels = async (
  db: Database,
  input: Input,
  job: DemoJob,
  counts: Counts,
): Promise<Result<unknown>> => {
  let writing: Promise<Result<unknown>> = Promise.resolve(accept(undefined));
  for (const { records, fraction, usable } of parcelsOf(generateDemo(input), input.customers)) {
    const batch = await prepareBatch(db, {
      importId: input.importId,
      records: {
        ...records,
        customers: await placed(db, 'customers', records.customers ?? []),
        orders: await placed(db, 'orders', records.orders ?? []),
      },
    });
    const written = await writing;
    if (!written.ok) return written;
    if (job.signal.aborted) return refuse('cancelled');
    count(counts, records);
    const journal = journalOf(input, counts, false);
    writing = writeBatch(db, batch, { journal, now: input.now }).then((result) => {
      if (result.ok) job.progress({ fraction, usable });
      return result;
    });
  }
  const written = await writing;
  if (!written.ok) return written;
  if (job.signal.aborted) return refuse('cancelled');
  const nothing = await prepareBatch(db, { importId: input.importId, records: {} });
  const journal = journalOf(input, counts, true);
  return writeBatch(db, nothing, { journal, now: input.now, label: 'import-done' });
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
  const written = await writeParcels(db, input, job, counts);
  if (written.ok) return accept({ ...counts, ms: Math.round(performance.now() - startedAt) });
  const { importId, now } = input;
  if (counts.customers > 0) await removeImport(db, importId, { now, onProgress: job.beat });
  return written;
};
