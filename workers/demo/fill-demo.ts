import type { DemoContract } from '#contracts/demo.ts';
import type { Activity } from '#core/customers/activity.ts';
import type { Consent } from '#core/customers/consent.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import { dayOfInstant } from '#core/day-number.ts';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Deal } from '#core/sales/deal.ts';
import type { Order } from '#core/sales/order.ts';
import type { Target } from '#core/sales/target.ts';
import { type BatchRecords, prepareBatch, writeBatch } from '#db/bulk-write.ts';
import { chunkRows } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import type { ProjectedTable } from '#db/projections.ts';
import { readSettings } from '#db/read-settings.ts';
import { removeImport } from '#db/remove-import.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { Job } from '#rpc/serve.ts';
import { months } from './behaviour.ts';
import { type Demo, generateDemo } from './generate.ts';
import { makeTargets, type UsualMonth } from './make-targets.ts';

type Input = DemoContract['fill']['input'];
type Output = DemoContract['fill']['output'];
type DemoJob = Job<DemoContract['fill']['progress']>;

/** Customers, their orders and what was done with them, not yet given places and written. */
type Made = {
  readonly customers: Customer[];
  readonly orders: Order[];
  readonly activities: Activity[];
  /** Tables without places: written as they come. */
  readonly contacts: Contact[];
  readonly tasks: Task[];
  readonly deals: Deal[];
  readonly consents: Consent[];
};

type Counts = { -readonly [Table in keyof Output as Exclude<Table, 'ms'>]: number };

const noCounts = (): Counts => ({
  customers: 0,
  contacts: 0,
  orders: 0,
  products: 0,
  activities: 0,
  tasks: 0,
  deals: 0,
});

const makeCustomers = (demo: Demo, from: number, to: number): Made => {
  const made: Made = {
    customers: [],
    orders: [],
    activities: [],
    contacts: [],
    tasks: [],
    deals: [],
    consents: [],
  };
  for (let index = from; index < to; index += 1) {
    const one = demo.customerAt(index);
    const dealings = demo.dealingsOf(index, one);
    made.customers.push(one.customer);
    made.orders.push(...one.orders);
    made.activities.push(...dealings.activities);
    made.contacts.push(...dealings.contacts);
    made.tasks.push(...dealings.tasks);
    made.deals.push(...dealings.deals);
    made.consents.push(...dealings.consents);
  }
  return made;
};

/** Gives records the places of a range of their own. */
const placed = async <T extends Customer | Order | Activity>(
  db: Database,
  table: ProjectedTable,
  records: readonly T[],
): Promise<readonly T[]> => {
  const first = records.length === 0 ? 0 : await reserveOrds(db, table, records.length);
  return records.map((record, at) => ({ ...record, ord: first + at }));
};

const journalOf = ({ importId, now }: Input, counts: Counts, isDone: boolean): ImportJournal => {
  const added = Object.values(counts).reduce((sum, count) => sum + count, 0);
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

/** Orders or activities in one transaction: whole chunks, few enough that sealing and writing overlap. */
const rowsPerParcel = 3 * chunkRows;

const parcelsOfRows = <T extends Order | Activity>(
  table: 'orders' | 'activities',
  rows: readonly T[],
  part: Omit<Parcel, 'records'>,
): Parcel[] => {
  const count = Math.ceil(rows.length / rowsPerParcel);
  return Array.from({ length: count }, (_, at) => ({
    fraction: part.fraction,
    usable: part.usable || (at === count - 1 && part.fraction > 0),
    records: { [table]: rows.slice(at * rowsPerParcel, (at + 1) * rowsPerParcel) },
  }));
};

/** What of these rows can be written now in whole chunks, and what has to wait; at the end, nothing. */
const splitChunks = <T>(
  rows: readonly T[],
  isEnd: boolean,
): readonly [readonly T[], readonly T[]] => {
  const whole = isEnd ? rows.length : rows.length - (rows.length % chunkRows);
  return [rows.slice(0, whole), rows.slice(whole)];
};

/** What a usual month brought, for the targets. */
const usualMonthOf = (sums: { readonly revenueMinor: number; readonly visits: number }) => ({
  revenueMinor: sums.revenueMinor / months,
  visits: sums.visits / months,
});

/**
 * The demo in parcels: products and fields, then a thousand customers at a time, each thousand
 * followed by its orders and then by what was done with it, in whole chunks; a rest waits for the
 * next thousand. The targets come last: they are set by what was sold.
 */
function* parcelsOf(
  demo: Demo,
  customers: number,
  targetsFor: (usual: UsualMonth) => readonly Target[],
): Generator<Parcel> {
  const waiting = { orders: [] as readonly Order[], activities: [] as readonly Activity[] };
  const sums = { revenueMinor: 0, visits: 0 };
  for (let from = 0; from < customers; from += chunkRows) {
    const to = Math.min(customers, from + chunkRows);
    const made = makeCustomers(demo, from, to);
    for (const { totalMinor } of made.orders) sums.revenueMinor += totalMinor;
    for (const { type } of made.activities) sums.visits += type === 'visit' ? 1 : 0;
    const { products, fieldDefinitions } = demo;
    const first = from === 0 ? { products, fieldDefinitions } : {};
    const usable = from > 0;
    yield { records: { ...first, customers: made.customers }, fraction: from / customers, usable };
    const part = { fraction: to / customers, usable };
    const [orders, laterOrders] = splitChunks(
      [...waiting.orders, ...made.orders],
      to === customers,
    );
    yield* parcelsOfRows('orders', orders, part);
    const { contacts, tasks, deals, consents } = made;
    yield { records: { contacts, tasks, deals, consents }, ...part, usable: true };
    const [done, laterDone] = splitChunks(
      [...waiting.activities, ...made.activities],
      to === customers,
    );
    yield* parcelsOfRows('activities', done, { ...part, usable: true });
    waiting.orders = laterOrders;
    waiting.activities = laterDone;
  }
  yield { records: { targets: targetsFor(usualMonthOf(sums)) }, fraction: 1, usable: true };
}

const count = (counts: Counts, records: BatchRecords) => {
  for (const table of Object.keys(counts) as (keyof Counts)[])
    counts[table] += records[table]?.length ?? 0;
};

/** Targets of the demo, but for those the rep has set already. */
const targetMaker = async (db: Database, { now }: Input) => {
  const { fiscalYearStartMonth: fiscalStartMonth } = await readSettings(db);
  const own = new Set((await listRecords(db, 'targets')).map(({ id }) => id));
  return (usual: UsualMonth): readonly Target[] =>
    makeTargets(usual, dayOfInstant(now), { now, fiscalStartMonth }).filter(
      ({ id }) => !own.has(id),
    );
};

/** Writes parcel after parcel; the next is made and sealed while the one before is being written. */
const writeParcels = async (
  db: Database,
  input: Input,
  job: DemoJob,
  counts: Counts,
): Promise<Result<unknown>> => {
  let writing: Promise<Result<unknown>> = Promise.resolve(accept(undefined));
  const targetsFor = await targetMaker(db, input);
  const parcels = parcelsOf(generateDemo(input), input.customers, targetsFor);
  for (const { records, fraction, usable } of parcels) {
    const batch = await prepareBatch(db, {
      importId: input.importId,
      records: {
        ...records,
        customers: await placed(db, 'customers', records.customers ?? []),
        orders: await placed(db, 'orders', records.orders ?? []),
        activities: await placed(db, 'activities', records.activities ?? []),
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
  const counts = noCounts();
  job.progress({ fraction: 0, usable: false });
  const written = await writeParcels(db, input, job, counts);
  if (written.ok) return accept({ ...counts, ms: Math.round(performance.now() - startedAt) });
  const { importId, now } = input;
  if (counts.customers > 0) await removeImport(db, importId, { now, onProgress: job.beat });
  return written;
};
