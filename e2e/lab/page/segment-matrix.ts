import { orderHeadsOf } from '#core/customers/order-heads.ts';
import { computeRfm, rfmColumns } from '#core/customers/rfm.ts';
import { addOrders, emptySummary } from '#core/customers/summarise-orders.ts';
import {
  type Matrix,
  type RawColumn,
  type ScaleWay,
  scaleColumns,
} from '#core/segments/scale-columns.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { csvCell } from './post-lines.ts';

const rfmClip = 3;

const fieldsOf = async (db: Database, run: SegmentRun, ords: Uint32Array): Promise<RawColumn[]> => {
  const chunks = new Map(
    (await readColumns(db, 'customers.fields')).map((chunk) => [chunk.first, chunk]),
  );
  return run.columns.map(({ name, log }) => ({
    name,
    log,
    values: Float64Array.from(ords, (ord) => {
      const value = chunks.get(ord - (ord % 1000))?.columns[name]?.[ord % 1000];
      return typeof value === 'number' ? value : Number.NaN;
    }),
  }));
};

const rfmOf = async (db: Database, end: number, ords: Uint32Array): Promise<RawColumn[]> => {
  const ordOf = new Map<string, number>();
  for (const { first, ids } of await readColumns(db, 'customers.directory'))
    ids.forEach((id, at) => {
      if (id !== null) ordOf.set(id, first + at);
    });
  const summary = emptySummary(end);
  for (const chunk of await readColumns(db, 'orders.head'))
    addOrders(
      summary,
      orderHeadsOf(chunk, (id) => ordOf.get(id) ?? -1),
    );
  const rfm = computeRfm(summary, ords);
  return rfmColumns.map((name) => ({ name, log: true, values: rfm[name] }));
};

/** Everybody who was clustered: those set apart are no row of the matrix. */
const labelled = (run: SegmentRun, labels: Int32Array): Uint32Array =>
  Uint32Array.from(
    [...labels.keys()].filter((ord) => {
      const segment = run.segments[labels[ord] ?? -1];
      return segment !== undefined && segment.isApart !== true;
    }),
  );

/** What was clustered, computed again from the database by the worker's own pure functions. */
const scaledMatrix = async (
  db: Database,
  run: SegmentRun,
  labels: Int32Array,
  scale: ScaleWay,
): Promise<Matrix> => {
  const ords = labelled(run, labels);
  const isRfm = run.source === 'rfm';
  const raw = isRfm ? await rfmOf(db, labels.length, ords) : await fieldsOf(db, run, ords);
  return scaleColumns(raw, scale, isRfm ? rfmClip : Number.POSITIVE_INFINITY).matrix;
};

/** The matrix as lines of CSV with a header, one line per customer in the order of the labels. */
export const matrixLines = async (
  db: Database,
  run: SegmentRun,
  labels: Int32Array,
  scale: ScaleWay,
): Promise<string[]> => {
  const { rows, width, values } = await scaledMatrix(db, run, labels, scale);
  const lines = [run.columns.map(({ name }) => csvCell(name)).join(',')];
  for (let row = 0; row < rows; row += 1)
    lines.push(values.subarray(row * width, (row + 1) * width).join(','));
  return lines;
};
