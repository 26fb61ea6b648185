import { signedLog } from './scale-columns.ts';
import type { Segment, SegmentRun } from './segment-run.ts';

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
    .filter((_, other) => other !== index)
    .map(({ centroid }) => distance(own, centroid));
  return gaps.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...gaps) / 2;
};

const sameQuestion = (run: SegmentRun, source: SegmentRun['source'], columns: readonly Scaler[]) =>
  run.source === source &&
  run.columns.length === columns.length &&
  run.columns.every(({ name }, place) => name === columns[place]?.name);

/**
 * Finds for each new centroid the segment of the previous run it continues, or undefined. Nearest
 * pairs first, and only within half the gap between the old neighbours. A run over other columns
 * continues nothing.
 */
export const matchSegments = (
  previous: SegmentRun | undefined,
  source: SegmentRun['source'],
  columns: readonly Scaler[],
  centroids: readonly (readonly number[])[],
): readonly (Segment | undefined)[] => {
  const matched = centroids.map((): Segment | undefined => undefined);
  if (previous === undefined || !sameQuestion(previous, source, columns)) return matched;
  const moved = centroids.map((centroid) => inUnitsOf(centroid, columns, previous.columns));
  const pairs = previous.segments
    .flatMap((segment, old) => {
      const limit = reach(previous.segments, old);
      return moved.map((centroid, fresh) => ({
        segment,
        fresh,
        gap: distance(centroid, segment.centroid),
        limit,
      }));
    })
    .filter(({ gap, limit }) => gap <= limit)
    .sort((a, b) => a.gap - b.gap);
  const gone = new Set<string>();
  for (const { segment, fresh } of pairs) {
    if (matched[fresh] !== undefined || gone.has(segment.id)) continue;
    matched[fresh] = segment;
    gone.add(segment.id);
  }
  return matched;
};
