import type { DemoContract } from '#contracts/demo.ts';
import type { Activity } from '#core/customers/activity.ts';
import type { Customer } from '#core/customers/customer.ts';
import { dayOfInstant } from '#core/day-number.ts';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Order } from '#core/sales/order.ts';
import type { Target } from '#core/sales/target.ts';
import { type BatchRecords, prepareBatch, writeBatch } from '#db/bulk-write.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import type { ProjectedTable } from '#db/projections.ts';
import { readSettings } from '#db/read-settings.ts';
import { removeImport } from '#db/remove-import.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { Job } from '#rpc/serve.ts';
import { parcelsOf } from './demo-parcels.ts';
import { generateDemo } from './generate.ts';
import { makeTargets, type UsualMonth } from './make-targets.ts';

type Input = DemoContract['fill']['input'];
type Output = DemoContract['fill']['output'];
type DemoJob = Job<DemoContract['fill']['progress']>;

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

/** How long the screen has the device to itself once the first customers are there, ms. */
const usualBreathMs = 2_000;

/** Waits, but no longer than until it is cancelled. */
const breathe = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });

const prepare = async (db: Database, importId: string, records: BatchRecords) => {
  const [customers, orders, activities] = await Promise.all([
    placed(db, 'customers', records.customers ?? []),
    placed(db, 'orders', records.orders ?? []),
    placed(db, 'activities', records.activities ?? []),
  ]);
  return prepareBatch(db, { importId, records: { ...records, customers, orders, activities } });
};

/**
 * Writes parcel after parcel; the next is made and sealed while the one before is being written. Only
 * after the first nothing is made for a breath: its customers are to stand in the list first.
 */
const writeParcels = async (
  db: Database,
  input: Input,
  job: DemoJob,
  counts: Counts,
  breathMs: number,
): Promise<Result<unknown>> => {
  let writing: Promise<Result<unknown>> = Promise.resolve(accept(undefined));
  let isFirst = true;
  const targetsFor = await targetMaker(db, input);
  for (const { records, fraction } of parcelsOf(generateDemo(input), input.customers, targetsFor)) {
    const batch = await prepare(db, input.importId, records);
    const written = await writing;
    if (!written.ok) return written;
    if (job.signal.aborted) return refuse('cancelled');
    count(counts, records);
    const journal = journalOf(input, counts, false);
    writing = writeBatch(db, batch, { journal, now: input.now }).then((result) => {
      if (result.ok) job.progress({ fraction, usable: true });
      return result;
    });
    if (isFirst && (await writing).ok) await breathe(breathMs, job.signal);
    isFirst = false;
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
 * `breathMs`: the pause after the first customers.
 */
export const fillDemo = async (
  db: Database,
  input: Input,
  job: DemoJob,
  breathMs = usualBreathMs,
): Promise<Result<Output>> => {
  const startedAt = performance.now();
  const counts = noCounts();
  job.progress({ fraction: 0, usable: false });
  const written = await writeParcels(db, input, job, counts, breathMs);
  if (written.ok) return accept({ ...counts, ms: Math.round(performance.now() - startedAt) });
  const { importId, now } = input;
  if (counts.customers > 0) await removeImport(db, importId, { now, onProgress: job.beat });
  return written;
};
