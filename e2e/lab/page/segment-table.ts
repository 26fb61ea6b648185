import type { SegmentContract } from '#contracts/segment.ts';
import { accept, refuse } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open-database.ts';
import { listRecords } from '#db/sealed-table.ts';
import segmentUrl from '#workers/segment/segment.worker.ts?worker&url';
import { type ColumnChange, importFile } from './import-file.ts';
import { importOrders } from './import-orders.ts';
import type { LabPage, SegmentInput } from './lab-contract.ts';
import { openWorker } from './open-worker.ts';
import { csvCell, postLines } from './post-lines.ts';
import { matrixLines } from './segment-matrix.ts';
import { readSourceRows } from './source-rows.ts';
import { tellLab } from './tell-lab.ts';

const database = 'lab-segment';

/** A column that was named is a number, whatever its few values look like. */
const namedAreNumbers =
  (names: readonly string[]): ColumnChange =>
  (column) =>
    names.includes(column.header) ? { ...column, type: 'number' } : column;

const importTable = ({ file, settings, columns, now, orders }: SegmentInput) =>
  orders === null
    ? importFile(
        { database, file, as: 'customers', map: 'none', settings, now },
        namedAreNumbers(columns),
      )
    : importOrders({ database, file, settings, now }, orders);

/**
 * `row,segment` in file order, or `customer,segment` with the ids of the source: a line for each line
 * of the matrix, so nobody who was set apart.
 */
const labelLines = async (
  db: Database,
  { segments }: SegmentRun,
  labels: Int32Array,
  isOrders: boolean,
) => {
  if (!isOrders) {
    const rows = await readSourceRows(db);
    const pairs = [...rows].map((row, ord) => [row, labels[ord] ?? -1] as const);
    const known = pairs.filter(([row]) => row >= 0).sort(([a], [b]) => a - b);
    return ['row,segment', ...known.map(([row, label]) => `${row},${label}`)];
  }
  const customers = await listRecords(db, 'customers', { index: 'ord' });
  const lines = customers.map(({ externalId = '', ord = -1 }) => ({
    externalId,
    label: labels[ord],
  }));
  const known = lines.filter(
    ({ label }) => label !== undefined && segments[label]?.isApart === undefined && label >= 0,
  );
  return [
    'customer,segment',
    ...known.map(({ externalId, label }) => `${csvCell(externalId)},${label}`),
  ];
};

/** Imports a table into a database of its own and segments it. */
export const segment: LabPage['segment'] = async (input) => {
  const startedAt = performance.now();
  const file = await importTable(input);
  if (!file.ok) return file;
  const importMs = performance.now() - startedAt;
  const headers = file.value.columns.map(({ header }) => header);
  const missing = [...input.columns, ...input.log].filter((name) => !headers.includes(name));
  if (input.orders === null && missing.length > 0)
    return refuse('column-missing', { columns: missing.join(', ') });
  const worker = openWorker<SegmentContract>(segmentUrl, 'segment', database);
  const { columns, log, scale, k, seed, now } = input;
  const source = input.orders === null ? ('columns' as const) : ('rfm' as const);
  const found = await worker.call(
    'run',
    { source, columns, log, scale, k, seed, now },
    { onProgress: ({ phase, fraction }) => tellLab(`${phase} ${Math.round(fraction * 100)} %`) },
  );
  worker.close();
  if (!found.ok) return found;
  const db = await openDatabase(database);
  if (!db.ok) return db;
  const { run, labels, ms } = found.value;
  const isOrders = input.orders !== null;
  if (input.labelsUrl !== null)
    await postLines(input.labelsUrl, await labelLines(db.value, run, labels, isOrders));
  if (input.matrixUrl !== null)
    await postLines(input.matrixUrl, await matrixLines(db.value, run, labels, scale));
  const leftOut = labels.filter((label) => label < 0).length;
  return accept({
    run,
    rows: file.value.receipt,
    leftOut,
    ms: { import: importMs, segment: ms },
  });
};
