import type { SegmentContract } from '#contracts/segment.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { columnsOfOrders } from '#core/segments/columns-of-orders.ts';
import { scaleByRun } from '#core/segments/place-rows.ts';
import { principalDirections } from '#core/segments/principal-directions.ts';
import type { Matrix, RawColumn } from '#core/segments/scale-columns.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { readLabels } from './kept-runs.ts';
import {
  type CustomerPlaces,
  readCustomerPlaces,
  readNumericFields,
  readOrderBook,
} from './read-customers.ts';

type Points = SegmentContract['points']['output'];

/** Directions shown beside the columns: a sheet of paper has two. */
const mostDirections = 2;

/** Who is in a segment that was found, and in which. */
const membersOf = async (db: Database, run: SegmentRun, { ords }: CustomerPlaces) => {
  const labels = await readLabels(db, run.id, ords);
  const rows = [...ords.keys()].filter((row) => {
    const segment = run.segments[labels[row] ?? -1];
    return segment !== undefined && segment.isApart !== true;
  });
  return {
    ords: Uint32Array.from(rows, (row) => ords[row] ?? 0),
    segment: Int16Array.from(rows, (row) => labels[row] ?? -1),
  };
};

type Members = { readonly ords: Uint32Array; readonly segment: Int16Array };

/** Without those whose orders are gone since: they have no rhythm to be drawn by. */
const stillOrdering = ({ ords, segment }: Members, orders: Uint32Array): Members => {
  const rows = [...ords.keys()].filter((row) => (orders[ords[row] ?? 0] ?? 0) > 0);
  return {
    ords: Uint32Array.from(rows, (row) => ords[row] ?? 0),
    segment: Int16Array.from(rows, (row) => segment[row] ?? -1),
  };
};

const along = ({ rows, width, values }: Matrix, weights: Float64Array): Float32Array =>
  Float32Array.from({ length: rows }, (_, row) =>
    weights.reduce((sum, weight, place) => sum + weight * (values[row * width + place] ?? 0), 0),
  );

const pointsOf = (run: SegmentRun, members: Members, columns: readonly RawColumn[]): Points => {
  const matrix = scaleByRun(run, columns);
  const directions = principalDirections(matrix, mostDirections);
  const rows = members.ords.length;
  const values = new Float32Array(rows * (columns.length + directions.length));
  columns.forEach((column, axis) => {
    values.set(column.values, axis * rows);
  });
  directions.forEach(({ weights }, axis) => {
    values.set(along(matrix, weights), (columns.length + axis) * rows);
  });
  return {
    ...members,
    values,
    directions: directions.map(({ weights, share }) => ({ weights: [...weights], share })),
  };
};

/** Reads where the customers of a kept run stand today. Refuses: not-found, no-orders. */
export const readPoints = async (db: Database, runId: string): Promise<Result<Points>> => {
  const run = await findRecord(db, 'segmentRuns', runId);
  if (run === undefined) return refuse('not-found');
  const places = await readCustomerPlaces(db);
  const members = await membersOf(db, run, places);
  if (run.source === 'columns') {
    const names = run.columns.map(({ name }) => name);
    const logs = run.columns.flatMap(({ name, log }) => (log ? [name] : []));
    return accept(pointsOf(run, members, await readNumericFields(db, members.ords, names, logs)));
  }
  const book = await readOrderBook(db, places);
  if (book === undefined) return refuse('no-orders');
  const buyers = stillOrdering(members, book.summary.orders);
  return accept(pointsOf(run, buyers, columnsOfOrders(run.source, book, buyers.ords)));
};
