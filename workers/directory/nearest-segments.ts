import type { DirectoryTable } from '#core/customers/directory-table.ts';
import { columnsOfOrders } from '#core/segments/columns-of-orders.ts';
import { placeRows } from '#core/segments/place-rows.ts';
import type { RawColumn } from '#core/segments/scale-columns.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { chunkRows, readColumnChunk } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import type { Directory } from './open-directory.ts';

/** Puts back what is stored, so that it can be read anew. */
export const forgetNearest = ({ numbers, provisional }: DirectoryTable): void => {
  for (const [ord, stored] of provisional) numbers.segment[ord] = stored;
  provisional.clear();
};

/** Who came since the search, and who has ordered since the morning it looked from. */
const unsettled = ({ table, summary }: Directory, { asOfDay }: SegmentRun): readonly number[] => {
  const { ids, text, numbers } = table;
  const ords: number[] = [];
  ids.forEach((id, ord) => {
    if (id === null || text.walkIn[ord] === 'yes' || text.profiling[ord] === 'denied') return;
    const isNew = Number.isNaN(numbers.segment[ord] ?? Number.NaN);
    const hasBought = asOfDay !== undefined && (summary.lastDay[ord] ?? asOfDay - 1) >= asOfDay;
    if (isNew || hasBought) ords.push(ord);
  });
  return ords;
};

/** The run's own columns of the customers at these places; what is no number is missing. */
const readOwnColumns = async (
  db: Database,
  { columns }: SegmentRun,
  ords: readonly number[],
): Promise<readonly RawColumn[]> => {
  const places = [...new Set(ords.map((ord) => Math.floor(ord / chunkRows)))];
  const read = await Promise.all(
    places.map(async (at) => [at, await readColumnChunk(db, 'customers.fields', at)] as const),
  );
  const chunks = new Map(read);
  return columns.map(({ name, log }) => ({
    name,
    log,
    values: Float64Array.from(ords, (ord) => {
      const value = chunks.get(Math.floor(ord / chunkRows))?.columns[name]?.[ord % chunkRows];
      return typeof value === 'number' ? value : Number.NaN;
    }),
  }));
};

const columnsOf = (
  db: Database,
  directory: Directory,
  run: SegmentRun,
  ords: readonly number[],
) => {
  if (run.source === 'columns') return readOwnColumns(db, run, ords);
  const { summary, orders } = directory;
  return columnsOfOrders(run.source, { summary, heads: [...orders.chunks.values()] }, ords);
};

/**
 * Gives customers who came or bought after the search for segments the nearest one, marked as
 * provisional; those without an order the segment set apart, where there is one. The run in use stays
 * as it was found.
 */
export const giveNearest = async (
  db: Database,
  directory: Directory,
  runId: string | undefined,
): Promise<void> => {
  const { table, summary } = directory;
  const run = runId === undefined ? undefined : await findRecord(db, 'segmentRuns', runId);
  table.segmentIds.splice(
    0,
    Number.POSITIVE_INFINITY,
    ...(run?.segments ?? []).map(({ id }) => id),
  );
  if (run === undefined) return;
  const give = (ord: number, segment: number) => {
    const stored = table.numbers.segment[ord] ?? Number.NaN;
    if (segment < 0) return;
    table.provisional.set(ord, stored);
    table.numbers.segment[ord] = segment;
  };
  const apart = run.segments.findIndex(({ isApart }) => isApart === true);
  const all = unsettled(directory, run);
  const isByOrders = run.source !== 'columns' && run.grid === undefined;
  const hasNone = (ord: number) => isByOrders && (summary.orders[ord] ?? 0) === 0;
  for (const ord of all.filter(hasNone)) give(ord, apart);
  const ords = all.filter((ord) => !hasNone(ord));
  if (ords.length === 0) return;
  const nearest = placeRows(run, await columnsOf(db, directory, run, ords));
  for (const [row, ord] of ords.entries()) give(ord, nearest[row] ?? -1);
};
