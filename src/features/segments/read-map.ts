import type { SegmentContract } from '#contracts/segment.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';

/** Every customer of a run with the values of all axes there are. */
export type MapPoints = SegmentContract['points']['output'];

/** What one picture shows: two values and the segment of each customer. */
export type MapData = {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index into the run's segments; −1: not drawn, a value is missing. */
  readonly segment: Int16Array;
};

/** Two axes: the run's columns by place, then the directions. */
export type AxisPair = { readonly x: number; readonly y: number };

const axisOf = ({ values, ords }: MapPoints, axis: number): Float32Array =>
  values.subarray(axis * ords.length, (axis + 1) * ords.length);

/** The points of two axes. */
export const pickAxes = (points: MapPoints, { x, y }: AxisPair): MapData => {
  const [left, up] = [axisOf(points, x), axisOf(points, y)];
  return {
    x: left,
    y: up,
    segment: points.segment.map((segment, at) =>
      Number.isNaN(left[at]) || Number.isNaN(up[at]) ? -1 : segment,
    ),
  };
};

/** How far the segments of a run lie apart in each column, in scaled units. */
const spreadBetween = ({
  columns,
  segments,
}: Pick<SegmentRun, 'columns' | 'segments'>): readonly number[] => {
  const found = segments.filter(({ isApart }) => isApart !== true);
  const all = found.reduce((sum, { size }) => sum + size, 0);
  return columns.map((_, place) => {
    const at = ({ centroid }: (typeof found)[number]) => centroid[place] ?? 0;
    const mean = found.reduce((sum, one) => sum + (at(one) * one.size) / Math.max(1, all), 0);
    return found.reduce((sum, one) => sum + one.size * (at(one) - mean) ** 2, 0);
  });
};

/** The two columns in which the segments lie farthest apart: what one looks at first. */
export const tellingAxes = (run: Pick<SegmentRun, 'columns' | 'segments'>): AxisPair => {
  const spread = spreadBetween(run);
  const [x = 0, y = 1] = [...spread.keys()].sort(
    (a, b) => (spread[b] ?? 0) - (spread[a] ?? 0) || a - b,
  );
  return { x, y };
};
