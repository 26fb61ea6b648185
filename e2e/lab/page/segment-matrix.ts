import { orderHeadsOf } from '#core/customers/order-heads.ts';
import { computeRfm, rfmColumns } from '#core/customers/rfm.ts';
import { addOrders, emptySummary } from '#core/customers/summarise-orders.ts';
import { type RawColumn, type ScaleWay, scaleColumns } from '#core/segments/scale-columns.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';

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

/**
 * The numbers that were clustered, one line per customer in the order of the labels: computed again
 * from the database by the same pure functions the worker uses.
 */
export const matrixLines = async (
  db: Database,
  run: SegmentRun,
  labels: Int32Array,
  scale: ScaleWay,
): Promise<string[]> => {
  const ords = Uint32Array.from([...labels.keys()].filter((ord) => (labels[ord] ?? -1) >= 0));
  const isRfm = run.source === 'rfm';
  const raw = isRfm ? await rfmOf(db, labels.length, ords) : await fieldsOf(db, run, ords);
  const clip = isRfm ? rfmClip : Number.POSITIVE_INFINITY;
  const { matrix } = scaleColumns(raw, scale, clip);
  const header = raw.map(({ name }) =>
    /[",]/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name,
  );
  const lines = [header.join(',')];
  for (let row = 0; row < matrix.rows; row += 1)
    lines.push(matrix.values.subarray(row * matrix.width, (row + 1) * matrix.width).join(','));
  return lines;
};
