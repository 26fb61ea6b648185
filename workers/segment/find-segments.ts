import type { SegmentContract } from '#contracts/segment.ts';
import { computeRfm, rfmColumns } from '#core/customers/rfm.ts';
import type { OrderSummary } from '#core/customers/summarise-orders.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { describeSegments, segmentOrder } from '#core/segments/describe-run.ts';
import { countDifferentRows } from '#core/segments/lloyd.ts';
import { looksLikeIdentifier } from '#core/segments/looks-like-identifier.ts';
import { profileSegments } from '#core/segments/profile-segments.ts';
import {
  type Matrix,
  type RawColumn,
  type ScaledColumn,
  scaleColumns,
} from '#core/segments/scale-columns.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { computeSilhouette } from '#core/segments/silhouette.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord } from '#db/sealed-table.ts';
import type { Job } from '#rpc/serve.ts';
import { type Clusters, clusterRows } from './cluster-rows.ts';
import { listNumericFields } from './describe-choices.ts';
import {
  type CustomerPlaces,
  readCustomerPlaces,
  readNumericFields,
  readOrderSummary,
} from './read-customers.ts';
import { saveRun } from './save-run.ts';
import { takeTurns } from './take-turns.ts';

type Input = SegmentContract['run']['input'];
type Output = SegmentContract['run']['output'];
type SegmentJob = Job<SegmentContract['run']['progress']>;

/** Scaled RFM values beyond this many units are held at the edge: one giant customer is no segment. */
const rfmClip = 3;

const rfmOf = (summary: OrderSummary, places: CustomerPlaces): readonly RawColumn[] => {
  const rfm = computeRfm(summary, places.ords);
  return rfmColumns.map((name) => ({ name, log: true, values: rfm[name] }));
};

/**
 * The columns asked for (a protected one, too: the person named it); without any, all numeric ones
 * that may be learnt from and do not just number the rows.
 */
const fieldColumns = async (
  db: Database,
  input: Input,
  places: CustomerPlaces,
): Promise<Result<readonly RawColumn[]>> => {
  const known = await listNumericFields(db);
  const missing = input.columns.filter((name) => !known.some(({ key }) => key === name));
  if (missing.length > 0) return refuse('no-numeric-columns', { columns: missing.join(', ') });
  const learnable = known.filter((field) => field.learnable).map(({ key }) => key);
  const names = input.columns.length > 0 ? input.columns : learnable;
  const columns = await readNumericFields(db, places.ords, names, input.log);
  const chosen =
    input.columns.length > 0 ? columns : columns.filter((column) => !looksLikeIdentifier(column));
  return chosen.length === 0 ? refuse('no-numeric-columns') : accept(chosen);
};

type Reading = {
  readonly places: CustomerPlaces;
  readonly raw: readonly RawColumn[];
  readonly matrix: Matrix;
  readonly columns: readonly ScaledColumn[];
  readonly summary: OrderSummary | undefined;
};

/** Reads and scales what is to be clustered, or says in one code why it cannot be. */
const readInput = async (db: Database, input: Input): Promise<Result<Reading>> => {
  const places = await readCustomerPlaces(db);
  const facts = { customers: places.ords.length, k: input.k };
  if (places.ords.length < input.k) return refuse('too-few-customers', facts);
  const summary = await readOrderSummary(db, places);
  if (input.source === 'rfm' && summary === undefined) return refuse('no-orders');
  const raw =
    input.source === 'rfm' && summary !== undefined
      ? accept(rfmOf(summary, places))
      : await fieldColumns(db, input, places);
  if (!raw.ok) return raw;
  const clip = input.source === 'rfm' ? rfmClip : Number.POSITIVE_INFINITY;
  const { matrix, columns } = scaleColumns(raw.value, input.scale, clip);
  if (columns.every(({ constant }) => constant))
    return refuse('columns-constant', { columns: columns.map(({ name }) => name).join(', ') });
  const different = countDifferentRows(matrix, input.k);
  if (different < input.k) return refuse('too-few-customers', { ...facts, different });
  return accept({ places, raw: raw.value, matrix, columns, summary });
};

/** Labels in the order the segments are shown in. */
const relabel = (labels: Int32Array, order: readonly number[]): Int32Array => {
  const shown = new Int32Array(order.length);
  order.forEach((cluster, place) => {
    shown[cluster] = place;
  });
  return labels.map((label) => shown[label] ?? 0);
};

const revenueBySegment = (
  summary: OrderSummary,
  ords: Uint32Array,
  labels: Int32Array,
  k: number,
) => {
  const revenue = new Array<number>(k).fill(0);
  labels.forEach((label, row) => {
    const ord = ords[row] ?? 0;
    revenue[label] = (revenue[label] ?? 0) + (summary.revenueMinor[ord] ?? 0);
  });
  return revenue;
};

/** Names, measures and orders the clusters: everything a screen or a report says of them. */
const describeRun = (
  input: Input,
  reading: Reading,
  clusters: Clusters,
  runId: string,
  previous: SegmentRun | undefined,
): { run: SegmentRun; labels: Int32Array } => {
  const { raw, matrix, columns, summary, places } = reading;
  const { assignment } = clusters;
  const found = profileSegments(matrix, raw, columns, assignment.labels, assignment.sizes);
  const order = segmentOrder(input.source, found);
  const labels = relabel(assignment.labels, order);
  const profiles = order.flatMap((cluster) => found[cluster] ?? []);
  const revenueMinor =
    summary === undefined ? undefined : revenueBySegment(summary, places.ords, labels, input.k);
  const segments = describeSegments({
    runId,
    source: input.source,
    columns,
    profiles,
    revenueMinor,
    previous,
  });
  const run: SegmentRun = {
    id: runId,
    createdAt: input.now,
    updatedAt: input.now,
    rev: 0,
    source: input.source,
    columns: columns.map(({ name, log, centre, scale }) => ({ name, log, centre, scale })),
    k: input.k,
    seed: input.seed,
    inertia: assignment.inertia,
    silhouette: computeSilhouette(matrix, labels, input.k, seededRandom(mixSeed(input.seed, -2))),
    customers: matrix.rows,
    overallMeans: columns.map(({ mean }) => mean),
    segments: [...segments],
  };
  return { run, labels };
};

const previousRun = async (db: Database): Promise<SegmentRun | undefined> => {
  const { activeSegmentRun } = await readMeta(db);
  return activeSegmentRun === undefined
    ? undefined
    : findRecord(db, 'segmentRuns', activeSegmentRun);
};

/**
 * Finds k segments, names them and writes run, labels and "this is the run in use" in one commit.
 * Refuses: cancelled (nothing is written), too-few-customers (also when fewer than k of them
 * differ), no-orders, no-numeric-columns, columns-constant, storage-full.
 */
export const findSegments = async (
  db: Database,
  input: Input,
  job: SegmentJob,
): Promise<Result<Output>> => {
  if (!Number.isInteger(input.k) || input.k < 1)
    throw new RangeError(`k = ${input.k} is no number of segments`);
  const startedAt = performance.now();
  job.progress({ phase: 'reading', fraction: 0 });
  const stopped = takeTurns(job);
  const reading = await readInput(db, input);
  if (!reading.ok) return reading;
  const clusters = await clusterRows(reading.value.matrix, input.k, input.seed, {
    stopped,
    onFraction: (done) => job.progress({ phase: 'clustering', fraction: 0.2 + 0.7 * done }),
  });
  if (!clusters.ok) return clusters;
  const runId = `segments-${crypto.randomUUID()}`;
  const described = describeRun(input, reading.value, clusters.value, runId, await previousRun(db));
  job.progress({ phase: 'saving', fraction: 0.9 });
  if (await stopped()) return refuse('cancelled');
  const saved = await saveRun(db, described.run, described.labels, reading.value.places);
  if (!saved.ok) return saved;
  return accept({ ...saved.value, ms: Math.round(performance.now() - startedAt) });
};
