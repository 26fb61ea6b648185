import { isKnown, type Matrix, type RawColumn, type ScaledColumn } from './scale-columns.ts';

/** One segment before it has an id, a name and a colour. */
export type SegmentProfile = {
  readonly size: number;
  /** Mean in scaled units. */
  readonly centroid: readonly number[];
  /** Mean in the column's own units, a missing value counted as the median. */
  readonly means: readonly number[];
  /** (mean − mean of all) ÷ deviation of all, in scaled units: comparable between columns. */
  readonly deviations: readonly number[];
};

const columnSpread = (matrix: Matrix): { means: Float64Array; deviations: Float64Array } => {
  const { rows, width, values } = matrix;
  const means = new Float64Array(width);
  const deviations = new Float64Array(width);
  for (let at = 0; at < values.length; at += 1)
    means[at % width] = (means[at % width] as number) + (values[at] as number) / rows;
  for (let at = 0; at < values.length; at += 1)
    deviations[at % width] =
      (deviations[at % width] as number) +
      ((values[at] as number) - (means[at % width] as number)) ** 2 / rows;
  return { means, deviations: deviations.map((square) => Math.sqrt(square)) };
};

/** Sums per segment and column, divided by the segment's size. */
const meansBySegment = (
  labels: Int32Array,
  sizes: Uint32Array,
  width: number,
  valueAt: (row: number, place: number) => number,
): readonly (readonly number[])[] => {
  const sums = Array.from(sizes, () => new Array<number>(width).fill(0));
  labels.forEach((label, row) => {
    const own = sums[label];
    for (let place = 0; own !== undefined && place < width; place += 1)
      own[place] = (own[place] ?? 0) + valueAt(row, place);
  });
  return sums.map((own, index) => own.map((sum) => sum / Math.max(1, sizes[index] ?? 0)));
};

/** Size, centroid, means and deviations of every segment. `labels` has one entry per matrix row. */
export const profileSegments = (
  matrix: Matrix,
  raw: readonly RawColumn[],
  scaled: readonly ScaledColumn[],
  labels: Int32Array,
  sizes: Uint32Array,
): readonly SegmentProfile[] => {
  const overall = columnSpread(matrix);
  const { width, values } = matrix;
  const centroids = meansBySegment(
    labels,
    sizes,
    width,
    (row, place) => values[row * width + place] ?? 0,
  );
  const means = meansBySegment(labels, sizes, width, (row, place) => {
    const value = raw[place]?.values[row] ?? Number.NaN;
    return isKnown(value) ? value : (scaled[place]?.median ?? 0);
  });
  return centroids.map((centroid, index) => ({
    size: sizes[index] ?? 0,
    centroid,
    means: means[index] ?? [],
    deviations: centroid.map((value, place) => {
      const spread = overall.deviations[place] ?? 0;
      return spread > 0 ? (value - (overall.means[place] ?? 0)) / spread : 0;
    }),
  }));
};
