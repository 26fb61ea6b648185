import { assignBest } from './assign-best.ts';
import type { SharedCustomers } from './count-shared.ts';
import type { SegmentName } from './name-segments.ts';
import { signedLog } from './scale-columns.ts';
import type { Segment, SegmentRun, SegmentSource } from './segment-run.ts';

/** What is kept of a run's columns to place a centroid of another run among its own. */
type Scaler = Pick<SegmentRun['columns'][number], 'name' | 'log' | 'centre' | 'scale'>;

const unlog = (value: number) => (value < 0 ? -Math.expm1(-value) : Math.expm1(value));

/** A centroid in the units of another run: back to the column's own units, then that run's scaler. */
const inUnitsOf = (centroid: readonly number[], own: readonly Scaler[], other: readonly Scaler[]) =>
  centroid.map((value, place) => {
    const from = own[place];
    const to = other[place];
    if (from === undefined || to === undefined) return Number.NaN;
    const shaped = value * from.scale + from.centre;
    const plain = from.log ? unlog(shaped) : shaped;
    return ((to.log ? signedLog(plain) : plain) - to.centre) / to.scale;
  });

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.sqrt(a.reduce((sum, value, place) => sum + (value - (b[place] ?? Number.NaN)) ** 2, 0));

/** Half the way from a segment to its nearest neighbour: as far as it may move and stay itself. */
const reach = (segments: readonly Segment[], index: number): number => {
  const own = segments[index]?.centroid ?? [];
  const gaps = segments
    .filter(({ isApart }, other) => other !== index && isApart !== true)
    .map(({ centroid }) => distance(own, centroid));
  return gaps.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...gaps) / 2;
};

/** Two segments are the same only if they share this part of all who are in either. */
const leastJaccard = 0.5;

/** A run that is kept, and who of its segments is where in the new one. */
export type KeptRun = { readonly run: SegmentRun; readonly shared: SharedCustomers };

/** What is known of a new run before its segments have an identity. */
export type FreshRun = {
  readonly source: SegmentSource;
  readonly columns: readonly Scaler[];
  readonly centroids: readonly (readonly number[])[];
  /** Names of its segments when the RFM grid cut them: those are what they are by name. */
  readonly gridNames?: readonly SegmentName[] | undefined;
};

/** Whether two runs ask the same: by orders or by the same columns, both by k-means or both by grid. */
export const asksTheSame = (
  run: SegmentRun,
  source: SegmentSource,
  columns: readonly { readonly name: string }[],
  isGrid: boolean,
): boolean =>
  run.source === source &&
  (run.grid !== undefined) === isGrid &&
  run.columns.length === columns.length &&
  run.columns.every(({ name }, place) => name === columns[place]?.name);

/**
 * How unlike an old and a new segment are, 0..1, or undefined when they cannot be the same: the
 * centroid went half the gap to its old neighbour or more, or they share less than half of their
 * members. Where the runs have no customer in common only the centroid tells.
 */
const unlikeness = (gap: number, limit: number, { shared, old, fresh, all }: SharedCounts) => {
  if (!(gap < limit)) return undefined;
  if (all === 0) return Number.isFinite(limit) ? gap / limit : 0;
  const jaccard = shared / Math.max(1, old + fresh - shared);
  return jaccard < leastJaccard ? undefined : 1 - jaccard;
};

type SharedCounts = {
  readonly shared: number;
  readonly old: number;
  readonly fresh: number;
  readonly all: number;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const countsAt = (counts: SharedCustomers, old: number, fresh: number): SharedCounts => ({
  shared: counts[old]?.[fresh] ?? 0,
  old: sum(counts[old] ?? []),
  fresh: sum(counts.map((row) => row[fresh] ?? 0)),
  all: sum(counts.map(sum)),
});

/** Dearer than any sum of likenesses: such a pair is taken only where nothing else is left. */
const impossible = 1e6;

const matchCentroids = (
  { run, shared }: KeptRun,
  fresh: FreshRun,
): readonly (Segment | undefined)[] => {
  const moved = fresh.centroids.map((centroid) => inUnitsOf(centroid, fresh.columns, run.columns));
  const costs = moved.map((centroid, index) =>
    run.segments.map((segment, old) => {
      const gap = distance(centroid, segment.centroid);
      const counts = countsAt(shared, old, index);
      return segment.isApart === true
        ? impossible
        : (unlikeness(gap, reach(run.segments, old), counts) ?? impossible);
    }),
  );
  return assignBest(costs).map((old, index) =>
    (costs[index]?.[old] ?? impossible) < impossible ? run.segments[old] : undefined,
  );
};

/**
 * Finds for each new segment the one it continues, or undefined: by the Hungarian algorithm, in the
 * run in use first, then, for what is still unknown, in older ones that are kept: a name once given
 * comes back. A run that asked something else continues nothing.
 */
export const matchSegments = (
  kept: readonly KeptRun[],
  fresh: FreshRun,
): readonly (Segment | undefined)[] => {
  const matched = fresh.centroids.map((): Segment | undefined => undefined);
  const { source, columns, gridNames } = fresh;
  for (const one of kept) {
    if (!asksTheSame(one.run, source, columns, gridNames !== undefined)) continue;
    const found =
      gridNames === undefined
        ? matchCentroids(one, fresh)
        : gridNames.map(({ en }) => one.run.segments.find(({ name }) => name.en === en));
    const used = new Set(matched.map((segment) => segment?.id));
    found.forEach((segment, index) => {
      if (segment !== undefined && !used.has(segment.id)) matched[index] ??= segment;
    });
  }
  return matched;
};
