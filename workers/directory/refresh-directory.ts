import {
  clearPlaces,
  growDirectory,
  placeDirectoryChunk,
  placeNumbers,
} from '#core/customers/directory-table.ts';
import { fillDueDays, type Rhythm, usualRhythm } from '#core/customers/due-day.ts';
import { orderHeadsOf } from '#core/customers/order-heads.ts';
import {
  activityHeadsOf,
  addActivities,
  emptyActivitySummary,
} from '#core/customers/summarise-activities.ts';
import { addOrders, emptySummary, noDay } from '#core/customers/summarise-orders.ts';
import { dayOfInstant } from '#core/day-number.ts';
import type { CustomValue } from '#core/record.ts';
import { settingsId } from '#core/settings.ts';
import { chunkRows, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { listChunkPlaces } from '#db/list-chunk-places.ts';
import { type Meta, readMeta } from '#db/meta.ts';
import { findRecord } from '#db/sealed-table.ts';
import { forgetNearest, giveNearest } from './nearest-segments.ts';
import { type Directory, openDirectory } from './open-directory.ts';
import { refreshHeads } from './refresh-heads.ts';

const since = (directory: Directory) => (directory.seq < 0 ? {} : { sinceSeq: directory.seq });

/** Takes changed customers over and empties the places of those whose chunk is gone. */
const refreshCustomers = async (db: Database, directory: Directory): Promise<boolean> => {
  const { table, ordOf } = directory;
  const chunks = await readColumns(db, 'customers.directory', since(directory));
  // Room for all of them at once: growing by each chunk copies every column a hundred times.
  growDirectory(table, Math.max(0, ...chunks.map(({ first, ids }) => first + ids.length)));
  for (const chunk of chunks) {
    placeDirectoryChunk(table, chunk);
    placeNumbers(table, 'createdDay', chunk.first, localDays(chunk.columns.createdAt ?? []));
    chunk.ids.forEach((id, row) => {
      if (id !== null) ordOf.set(id, chunk.first + row);
    });
  }
  const present = await listChunkPlaces(db, 'customers.directory');
  for (let first = 0; first < table.ids.length; first += chunkRows)
    if (!present.has(first)) clearPlaces(table, first, chunkRows);
  return chunks.length > 0;
};

/** The day an instant falls on where the rep is: a visit at seven in Shanghai is today's. */
const localDay = (instant: number) =>
  dayOfInstant(instant - new Date(instant).getTimezoneOffset() * 60_000);

const localDays = (instants: readonly CustomValue[]) =>
  instants.map((instant) => (typeof instant === 'number' ? localDay(instant) : null));

const refreshLinked = async (db: Database, directory: Directory, isMoreKnown: boolean) => {
  const ordOf = (id: string) => directory.ordOf.get(id) ?? -1;
  const { orders, activities } = directory;
  await refreshHeads(db, orders, since(directory), isMoreKnown, (chunk) =>
    orderHeadsOf(chunk, ordOf),
  );
  await refreshHeads(db, activities, since(directory), isMoreKnown, (chunk) =>
    activityHeadsOf(chunk, ordOf, localDay),
  );
};

const sumOrders = (directory: Directory) => {
  const { table } = directory;
  const summary = emptySummary(table.ids.length);
  for (const heads of directory.orders.chunks.values()) addOrders(summary, heads);
  directory.summary = summary;
  table.numbers.orders = Float64Array.from(summary.orders);
  table.numbers.revenueMinor = summary.revenueMinor;
  const daysOf = (days: Int32Array) =>
    Float64Array.from(days, (day) => (day === noDay ? Number.NaN : day));
  table.numbers.firstOrderDay = daysOf(summary.firstDay);
  table.numbers.lastOrderDay = daysOf(summary.lastDay);
};

const sumActivities = (directory: Directory) => {
  const { table } = directory;
  const summary = emptyActivitySummary(table.ids.length);
  for (const heads of directory.activities.chunks.values()) addActivities(summary, heads);
  Object.assign(table.numbers, summary);
};

const readRhythm = async (db: Database): Promise<Rhythm> => {
  const settings: object = (await findRecord(db, 'settings', settingsId)) ?? {};
  const { visitRhythm }: { readonly visitRhythm?: Rhythm } = settings;
  return visitRhythm ?? usualRhythm;
};

/** Scores and labels: all of them when another model or run is in use now, else the changed ones. */
const refreshDerived = async (
  db: Database,
  directory: Directory,
  what: 'probability' | 'segment',
  set: string | undefined,
  before: string | undefined,
) => {
  const { table } = directory;
  if (set !== before) table.numbers[what] = new Float64Array(table.ids.length).fill(Number.NaN);
  if (set === undefined) return;
  const changed = await readColumns(db, set, set === before ? since(directory) : {});
  for (const { first, columns } of changed) {
    const values = columns[what] ?? [];
    // −1 is "in no segment".
    const shown =
      what === 'segment' ? values.map((value) => (value === -1 ? null : value)) : values;
    placeNumbers(table, what, first, shown);
  }
};

const refreshScores = async (db: Database, directory: Directory, meta: Meta) => {
  const model = meta.activeModel === undefined ? undefined : `scores.${meta.activeModel}`;
  const run = meta.activeSegmentRun === undefined ? undefined : `segments.${meta.activeSegmentRun}`;
  await refreshDerived(db, directory, 'probability', model, directory.model);
  forgetNearest(directory.table);
  await refreshDerived(db, directory, 'segment', run, directory.segmentRun);
  await giveNearest(db, directory, meta.activeSegmentRun);
  directory.model = model;
  directory.segmentRun = run;
};

/**
 * The directory brought up to the database: nothing to do when no transaction happened since, else
 * only the chunks written since are opened. A database that was erased and made anew starts an
 * empty one. Calls must not overlap.
 */
export const refreshDirectory = async (db: Database, before?: Directory): Promise<Directory> => {
  const meta = await readMeta(db);
  const directory = before?.installId === meta.installId ? before : openDirectory(meta.installId);
  if (meta.seq === directory.seq) return directory;
  const isMoreKnown = await refreshCustomers(db, directory);
  await refreshLinked(db, directory, isMoreKnown);
  sumOrders(directory);
  sumActivities(directory);
  fillDueDays(directory.table, await readRhythm(db));
  await refreshScores(db, directory, meta);
  directory.keys.clear();
  directory.sorted.clear();
  // What was written while this was reading is read again next time: that is harmless.
  directory.seq = meta.seq;
  return directory;
};
