import { accept, type Result } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { type ColumnChunk, chunkRows, readColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';

/** What the map shows: two values and the segment of each customer. */
export type MapData = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Index into the run's segments; -1: in none. */
  readonly segment: Int16Array;
};

/** Up to here every customer is drawn, beyond it a sample. */
const mostWhole = 20_000;
const sampleSize = 5000;
/** What the directory gives in one answer. */
const mostRows = 500;

type Point = { readonly x: number; readonly y: number; readonly segment: number };

const collect = (points: readonly Point[]): MapData => ({
  x: Float64Array.from(points, ({ x }) => x),
  y: Float64Array.from(points, ({ y }) => y),
  segment: Int16Array.from(points, ({ segment }) => segment),
});

/** Places spread evenly over all: the same ones every time. */
export const spreadEvenly = (count: number, wanted: number): readonly number[] => {
  const taken = Math.min(count, wanted);
  return Array.from({ length: taken }, (_, at) => Math.floor((at * count) / taken));
};

const everybody = { search: '', filters: [], sort: { column: 'ord', descending: false } } as const;

/**
 * Days since the last order and number of orders, from the directory's worker, which has them open.
 * The last day anybody of them ordered is "today", as in the run itself; who never ordered stands at
 * the far end.
 */
const readBuying = async (signal: AbortSignal): Promise<Result<MapData>> => {
  const found = await findCustomers(everybody, signal);
  if (!found.ok) return found;
  const { ords } = found.value;
  const wanted = spreadEvenly(ords.length, sampleSize).map((place) => ords[place] ?? 0);
  const rows = [];
  for (let at = 0; at < wanted.length; at += mostRows) {
    const answer = await readRows(wanted.slice(at, at + mostRows), signal);
    if (!answer.ok) return answer;
    rows.push(...answer.value);
  }
  const today = 1 + rows.reduce((last, { lastOrderDay }) => Math.max(last, lastOrderDay ?? 0), 0);
  return accept(
    collect(
      rows.map(({ lastOrderDay, orders, segment }) => ({
        x: lastOrderDay === null ? Number.POSITIVE_INFINITY : today - lastOrderDay,
        y: orders,
        segment: segment ?? -1,
      })),
    ),
  );
};

const readSpread = async (db: Database, set: string, customers: number) => {
  if (customers <= mostWhole) return readColumns(db, set);
  const chunks = spreadEvenly(Math.ceil(customers / chunkRows), sampleSize / chunkRows);
  const read = await Promise.all(chunks.map((place) => readColumnChunk(db, set, place)));
  return read.filter((chunk) => chunk !== undefined);
};

const pointsOf = (fields: ColumnChunk, labels: ColumnChunk, x: string, y: string): Point[] =>
  fields.ids.flatMap((id, row) => {
    const segment = labels.columns.segment?.[row];
    const [left, up] = [fields.columns[x]?.[row], fields.columns[y]?.[row]];
    if (id === null || typeof segment !== 'number') return [];
    if (typeof left !== 'number' || typeof up !== 'number') return [];
    return [{ x: left, y: up, segment }];
  });

/** The first two columns of the run, from the sealed columns. Who lacks a value is not drawn. */
const readFields = async (db: Database, run: SegmentRun): Promise<Result<MapData>> => {
  const [x = '', y = ''] = run.columns.map(({ name }) => name);
  const [fields, labels] = await Promise.all([
    readSpread(db, 'customers.fields', run.customers),
    readSpread(db, `segments.${run.id}`, run.customers),
  ]);
  const labelsAt = new Map(labels.map((chunk) => [chunk.first, chunk]));
  return accept(
    collect(
      fields.flatMap((chunk) => {
        const own = labelsAt.get(chunk.first);
        return own === undefined ? [] : pointsOf(chunk, own, x, y);
      }),
    ),
  );
};

/** Reads what the map of a run shows: all customers, or an even sample of many. */
export const readMap = (
  db: Database,
  run: SegmentRun,
  signal: AbortSignal,
): Promise<Result<MapData>> => (run.source === 'rfm' ? readBuying(signal) : readFields(db, run));
