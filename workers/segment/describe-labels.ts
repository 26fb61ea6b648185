import type { SegmentContract } from '#contracts/segment.ts';
import { asOfDay } from '#core/customers/rfm.ts';
import type { OrderSummary } from '#core/customers/summarise-orders.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { listMoves } from '#core/segments/count-shared.ts';
import { describeApart, describeSegments, segmentOrder } from '#core/segments/describe-run.ts';
import type { KeptRun } from '#core/segments/match-segments.ts';
import { profileSegments } from '#core/segments/profile-segments.ts';
import type { RunBefore, Segment, SegmentRun } from '#core/segments/segment-run.ts';
import { computeSilhouette } from '#core/segments/silhouette.ts';
import { sumDistances } from '#core/segments/sum-distances.ts';
import type { Labels } from './find-labels.ts';
import { type LabelledRun, shareCustomers } from './kept-runs.ts';
import type { Reading } from './read-input.ts';

type Input = SegmentContract['run']['input'];

/** A run ready to be saved, with what each customer was and is. */
export type Described = {
  readonly run: SegmentRun;
  readonly labels: Int32Array;
  /** Place in `run.before.segments` per customer; −1: was in none. Absent without `run.before`. */
  readonly before?: Int32Array;
};

/** Customers the silhouette is measured on: 2,000 of 3,400 were off by up to .008. */
const mostForSilhouette = 4_000;

/** Labels in the order the segments are shown in. */
const relabel = (labels: Int32Array, order: readonly number[]): Int32Array => {
  const shown = new Int32Array(order.length);
  order.forEach((cluster, place) => {
    shown[cluster] = place;
  });
  return labels.map((label) => shown[label] ?? 0);
};

/** Labels of all customers: those in no row of the matrix are in the segment set apart, the last. */
const withApart = ({ places, rows }: Reading, labels: Int32Array, apart: number): Int32Array => {
  const all = new Int32Array(places.ords.length).fill(apart);
  rows.forEach((place, row) => {
    all[place] = labels[row] as number;
  });
  return all;
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

const beforeOf = (
  { run, shared }: KeptRun,
  segments: readonly Segment[],
  arrived: number,
): RunBefore => ({
  runId: run.id,
  createdAt: run.createdAt,
  segments: run.segments.map(({ id, name, customName, colour, size }) => ({
    id,
    name,
    ...(customName !== undefined && { customName }),
    colour,
    size,
  })),
  moves: listMoves(shared, run.segments, segments),
  arrived,
});

const countWithout = (labels: Int32Array): number =>
  labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);

/**
 * Names, measures and orders segments: everything a screen or a report says of them. `kept` are the
 * earlier runs that asked the same; `activeId` is the one in use, from which moves are counted.
 */
export const describeLabels = (
  input: Input,
  reading: Reading,
  found: Labels,
  runId: string,
  kept: readonly LabelledRun[],
  activeId: string | undefined,
): Described => {
  const { raw, matrix, columns, summary, places } = reading;
  const k = found.sizes.length;
  const unordered = profileSegments(matrix, raw, columns, found.labels, found.sizes);
  const order = segmentOrder(input.source, unordered);
  const clustered = relabel(found.labels, order);
  const apart = places.ords.length - matrix.rows;
  const labels = withApart(reading, clustered, k);
  const profiles = order.flatMap((cluster) => unordered[cluster] ?? []);
  const revenueMinor =
    summary === undefined ? undefined : revenueBySegment(summary, places.ords, labels, k);
  const shared = shareCustomers(kept, labels, apart > 0 ? k + 1 : k);
  const gridNames = found.grid && order.flatMap((cluster) => found.grid?.names[cluster] ?? []);
  const described = describeSegments({
    runId,
    source: input.source,
    columns,
    profiles,
    revenueMinor,
    kept: shared,
    gridNames,
  });
  const segments =
    apart > 0 ? [...described, describeApart(apart, runId, described, shared)] : described;
  const used = shared.find(({ run }) => run.id === activeId);
  const before = kept.find(({ run }) => run.id === activeId)?.labels;
  const centroids = Float64Array.from(profiles.flatMap(({ centroid }) => centroid));
  const run: SegmentRun = {
    id: runId,
    createdAt: input.now,
    updatedAt: input.now,
    rev: 0,
    source: input.source,
    columns: columns.map(({ name, log, centre, scale }) => ({ name, log, centre, scale })),
    k,
    seed: input.seed,
    inertia: sumDistances(matrix, centroids, clustered),
    silhouette: computeSilhouette(
      matrix,
      clustered,
      k,
      seededRandom(mixSeed(input.seed, -2)),
      mostForSilhouette,
    ),
    customers: places.ords.length,
    ...(input.source !== 'columns' && summary !== undefined && { asOfDay: asOfDay(summary) }),
    overallMeans: columns.map(({ mean }) => mean),
    segments: [...segments],
    ...(found.choice !== undefined && { choice: found.choice }),
    ...(found.grid !== undefined && { grid: found.grid.kind }),
    ...(used !== undefined &&
      before !== undefined && { before: beforeOf(used, segments, countWithout(before)) }),
  };
  return { run, labels, ...(run.before !== undefined && before !== undefined && { before }) };
};
