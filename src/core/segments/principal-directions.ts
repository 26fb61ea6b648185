import type { Matrix } from './scale-columns.ts';

/** One of the directions in which rows differ most. */
export type Direction = {
  /** Weight of each column; together of length one, the largest positive. */
  readonly weights: Float64Array;
  /** Share of all variance along it, 0..1. */
  readonly share: number;
};

const covarianceOf = ({ rows, width, values }: Matrix): Float64Array => {
  const means = new Float64Array(width);
  for (let at = 0; at < values.length; at += 1)
    means[at % width] = (means[at % width] as number) + (values[at] as number) / rows;
  const sums = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1)
    for (let left = 0; left < width; left += 1) {
      const away = (values[row * width + left] as number) - (means[left] as number);
      for (let right = left; right < width; right += 1)
        sums[left * width + right] =
          (sums[left * width + right] as number) +
          (away * ((values[row * width + right] as number) - (means[right] as number))) / rows;
    }
  for (let left = 0; left < width; left += 1)
    for (let right = 0; right < left; right += 1)
      sums[left * width + right] = sums[right * width + left] as number;
  return sums;
};

const times = (matrix: Float64Array, vector: Float64Array): Float64Array =>
  vector.map((_, left) =>
    vector.reduce(
      (sum, value, right) => sum + (matrix[left * vector.length + right] ?? 0) * value,
      0,
    ),
  );

const lengthOf = (vector: Float64Array): number => Math.hypot(...vector);

/** The direction a matrix stretches most, by repeated multiplication; undefined when it stretches none. */
const strongest = (matrix: Float64Array, width: number): Float64Array | undefined => {
  // Begun a little askew: no direction of whole numbers is at right angles to it.
  let vector = Float64Array.from({ length: width }, (_, at) => 1 + Math.sqrt(at) / 7);
  for (let turn = 0; turn < 500; turn += 1) {
    const next = times(matrix, vector);
    const length = lengthOf(next);
    if (!(length > 1e-12)) return undefined;
    const unit = next.map((value) => value / length);
    const moved = lengthOf(unit.map((value, at) => value - (vector[at] ?? 0)));
    vector = unit;
    if (moved < 1e-10) break;
  }
  return vector;
};

const upright = (vector: Float64Array): Float64Array => {
  const largest = vector.reduce(
    (most, value) => (Math.abs(value) > Math.abs(most) ? value : most),
    0,
  );
  return largest < 0 ? vector.map((value) => -value) : vector;
};

/**
 * The first `count` principal directions of rows (Pearson 1901), fewer where rows differ in fewer. The
 * same rows give the same directions.
 */
export const principalDirections = (matrix: Matrix, count: number): readonly Direction[] => {
  const { width } = matrix;
  const left = covarianceOf(matrix);
  const all = left.reduce((sum, value, at) => (at % (width + 1) === 0 ? sum + value : sum), 0);
  const found: Direction[] = [];
  while (found.length < Math.min(count, width)) {
    const vector = strongest(left, width);
    if (vector === undefined) break;
    const stretched = times(left, vector);
    const variance = stretched.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0);
    found.push({ weights: upright(vector), share: variance / all });
    // What is along it is taken out.
    for (let at = 0; at < left.length; at += 1)
      left[at] =
        (left[at] as number) -
        variance * (vector[Math.floor(at / width)] ?? 0) * (vector[at % width] ?? 0);
  }
  return found;
};
