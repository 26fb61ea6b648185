import type { Centroids } from './lloyd.ts';
import type { Matrix } from './scale-columns.ts';

/**
 * k-means under way. Steps are Lloyd's; most distances are not computed, because two bounds per row
 * already say that its centroid is still the nearest (Hamerly 2010).
 */
export type BoundedLloyd = {
  readonly matrix: Matrix;
  /** How much each row counts; undefined: all the same. */
  readonly weights: Float64Array | undefined;
  readonly k: number;
  readonly centroids: Centroids;
  /** Segment per row; −1 before the first step. */
  readonly labels: Int32Array;
  /** Never less than the distance to the own centroid. */
  readonly upper: Float64Array;
  /** Never more than the distance to any other centroid. */
  readonly lower: Float64Array;
  /** Weighted sums of the rows of each segment, kept up to date row by row. */
  readonly sums: Float64Array;
  readonly masses: Float64Array;
  readonly sizes: Uint32Array;
  /** How far each centroid went in the last step. */
  readonly shifts: Float64Array;
};

/** k-means from starting centroids, before its first step. The start is not changed. */
export const openBoundedLloyd = (
  matrix: Matrix,
  start: Centroids,
  weights?: Float64Array,
): BoundedLloyd => {
  const k = start.length / matrix.width;
  return {
    matrix,
    weights,
    k,
    centroids: start.slice(),
    labels: new Int32Array(matrix.rows).fill(-1),
    upper: new Float64Array(matrix.rows),
    lower: new Float64Array(matrix.rows),
    sums: new Float64Array(start.length),
    masses: new Float64Array(k),
    sizes: new Uint32Array(k),
    shifts: new Float64Array(k),
  };
};

/** Half the way from each centroid to its nearest neighbour: nearer rows can have no other segment. */
const halfGaps = ({ k, centroids, matrix: { width } }: BoundedLloyd): Float64Array => {
  const gaps = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
  for (let left = 0; left < k; left += 1)
    for (let right = 0; right < k; right += 1) {
      let sum = 0;
      for (let place = 0; place < width; place += 1)
        sum +=
          ((centroids[left * width + place] as number) -
            (centroids[right * width + place] as number)) **
          2;
      if (left !== right) gaps[left] = Math.min(gaps[left] as number, Math.sqrt(sum) / 2);
    }
  return gaps;
};

/** Takes a row out of its segment's sums and puts it into those of another. */
const giveRow = (state: BoundedLloyd, row: number, label: number): void => {
  const { matrix, weights, labels, sums, masses, sizes } = state;
  const { width, values } = matrix;
  const weight = weights === undefined ? 1 : (weights[row] as number);
  const before = labels[row] as number;
  const at = row * width;
  for (let place = 0; place < width; place += 1) {
    const value = weight * (values[at + place] as number);
    sums[label * width + place] = (sums[label * width + place] as number) + value;
    if (before >= 0)
      sums[before * width + place] = (sums[before * width + place] as number) - value;
  }
  masses[label] = (masses[label] as number) + weight;
  sizes[label] = (sizes[label] as number) + 1;
  if (before >= 0) {
    masses[before] = (masses[before] as number) - weight;
    sizes[before] = (sizes[before] as number) - 1;
  }
  labels[row] = label;
};

/** The two centroids that went farthest: what the lower bounds lose. */
const farthestShifts = (shifts: Float64Array) => {
  let which = 0;
  for (let index = 1; index < shifts.length; index += 1)
    if ((shifts[index] as number) > (shifts[which] as number)) which = index;
  let second = 0;
  for (let index = 0; index < shifts.length; index += 1)
    if (index !== which) second = Math.max(second, shifts[index] as number);
  return { which, first: shifts[which] as number, second };
};

/**
 * Squared distance of a row to a centroid, four columns at a time: a million rows take a sixth less than
 * by a plain loop.
 */
const squaredGap = (
  values: Float64Array,
  at: number,
  centroids: Float64Array,
  start: number,
  width: number,
): number => {
  let sum = 0;
  let place = 0;
  for (; place + 3 < width; place += 4) {
    const a = (values[at + place] as number) - (centroids[start + place] as number);
    const b = (values[at + place + 1] as number) - (centroids[start + place + 1] as number);
    const c = (values[at + place + 2] as number) - (centroids[start + place + 2] as number);
    const d = (values[at + place + 3] as number) - (centroids[start + place + 3] as number);
    sum += a * a + b * b + (c * c + d * d);
  }
  for (; place < width; place += 1) {
    const away = (values[at + place] as number) - (centroids[start + place] as number);
    sum += away * away;
  }
  return sum;
};

/** The nearest centroid of a row (the lower index when equally near); its bounds become exact. */
const measureAll = (
  { matrix: { width, values }, k, centroids, upper, lower }: BoundedLloyd,
  row: number,
): number => {
  const at = row * width;
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (let index = 0, start = 0; index < k; index += 1, start += width) {
    const sum = squaredGap(values, at, centroids, start, width);
    if (sum < least) {
      next = least;
      least = sum;
      nearest = index;
    } else if (sum < next) next = sum;
  }
  upper[row] = Math.sqrt(least);
  lower[row] = Math.sqrt(next);
  return nearest;
};

/**
 * Gives rows `from` to `to` the label of their nearest centroid and answers how many changed. All
 * rows must have had their turn, in any number of stretches, before the centroids move.
 */
export const assignStretch = (state: BoundedLloyd, from: number, to: number): number => {
  const { matrix, centroids, labels, upper, lower, shifts } = state;
  const { width, values } = matrix;
  const gaps = halfGaps(state);
  const { which, first, second } = farthestShifts(shifts);
  let moved = 0;
  for (let row = from; row < to; row += 1) {
    const label = labels[row] as number;
    const at = row * width;
    if (label >= 0) {
      const below = (lower[row] as number) - (label === which ? second : first);
      lower[row] = below;
      const edge = Math.max(below, gaps[label] as number);
      const above = (upper[row] as number) + (shifts[label] as number);
      upper[row] = above;
      if (above < edge) continue;
      const own = Math.sqrt(squaredGap(values, at, centroids, label * width, width));
      upper[row] = own;
      if (own < edge) continue;
    }
    const nearest = measureAll(state, row);
    if (nearest === label) continue;
    giveRow(state, row, nearest);
    moved += 1;
  }
  return moved;
};

/** The row farthest from its centroid among those that are not alone in their segment, or −1. */
const farthestRow = ({ matrix, centroids, labels, sizes }: BoundedLloyd): number => {
  const { rows, width, values } = matrix;
  let farthest = -1;
  let most = 0;
  for (let row = 0; row < rows; row += 1) {
    const label = labels[row] as number;
    if ((sizes[label] as number) < 2) continue;
    let sum = 0;
    for (let place = 0; place < width; place += 1)
      sum +=
        ((values[row * width + place] as number) - (centroids[label * width + place] as number)) **
        2;
    if (sum > most) {
      most = sum;
      farthest = row;
    }
  }
  return farthest;
};

/** An empty segment starts again at the loneliest row, so that k segments stay k. */
const refillEmpty = (state: BoundedLloyd): boolean => {
  let isRefilled = false;
  for (let index = 0; index < state.k; index += 1) {
    if ((state.sizes[index] as number) > 0) continue;
    const row = farthestRow(state);
    if (row < 0) continue;
    giveRow(state, row, index);
    isRefilled = true;
  }
  // Bounds know nothing of such a jump: every row is measured again.
  if (isRefilled) {
    state.upper.fill(Number.POSITIVE_INFINITY);
    state.lower.fill(0);
  }
  return isRefilled;
};

/**
 * Moves each centroid to the mean of its rows. Answers the sum of the squared ways they went, and
 * whether an empty segment had to be filled.
 */
export const moveBoundedCentroids = (
  state: BoundedLloyd,
): { shift: number; isRefilled: boolean } => {
  const isRefilled = refillEmpty(state);
  const { k, matrix, centroids, sums, masses, shifts } = state;
  const { width } = matrix;
  let shift = 0;
  for (let index = 0; index < k; index += 1) {
    const mass = masses[index] as number;
    let squared = 0;
    for (let at = index * width; at < (index + 1) * width && mass > 0; at += 1) {
      const mean = (sums[at] as number) / mass;
      squared += (mean - (centroids[at] as number)) ** 2;
      centroids[at] = mean;
    }
    shifts[index] = Math.sqrt(squared);
    shift += squared;
  }
  return { shift, isRefilled };
};
