import { type Random, sampleIndices } from '#core/seeded-random.ts';
import type { Matrix } from './scale-columns.ts';

/** k centroids of `width` numbers each, one after the other. */
export type Centroids = Float64Array;

export type Assignment = {
  /** Index of the nearest centroid per row. */
  readonly labels: Int32Array;
  readonly sizes: Uint32Array;
  /** Sum of squared distances to the own centroid. */
  readonly inertia: number;
  /** Rows whose label differs from the one before. */
  readonly moved: number;
};

const squaredDistance = (
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  width: number,
) => {
  let sum = 0;
  for (let place = 0; place < width; place += 1) {
    const gap = (a[atA + place] as number) - (b[atB + place] as number);
    sum += gap * gap;
  }
  return sum;
};

/** Gives every row the label of its nearest centroid (the lower index when equally near). */
export const assignRows = (
  matrix: Matrix,
  centroids: Centroids,
  before?: Int32Array,
): Assignment => {
  const { rows, width, values } = matrix;
  const k = centroids.length / width;
  const labels = new Int32Array(rows);
  const sizes = new Uint32Array(k);
  let inertia = 0;
  let moved = 0;
  for (let row = 0; row < rows; row += 1) {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index < k; index += 1) {
      const distance = squaredDistance(values, row * width, centroids, index * width, width);
      if (distance < least) {
        least = distance;
        nearest = index;
      }
    }
    labels[row] = nearest;
    sizes[nearest] = (sizes[nearest] as number) + 1;
    inertia += least;
    if (before?.[row] !== nearest) moved += 1;
  }
  return { labels, sizes, inertia, moved };
};

/** Number of different rows, counted no further than `enough`. */
export const countDifferentRows = ({ rows, width, values }: Matrix, enough: number): number => {
  const seen: number[] = [];
  const isSame = (left: number, right: number) => {
    for (let place = 0; place < width; place += 1)
      if (values[left * width + place] !== values[right * width + place]) return false;
    return true;
  };
  for (let row = 0; row < rows && seen.length < enough; row += 1)
    if (!seen.some((other) => isSame(row, other))) seen.push(row);
  return seen.length;
};

/** A place drawn with the given weights, which must not all be zero. */
const drawWeighted = (weights: Float64Array, total: number, random: Random): number => {
  let left = random() * total;
  let last = 0;
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] as number;
    if (weight <= 0) continue;
    last = place;
    left -= weight;
    if (left < 0) return place;
  }
  return last;
};

/** Fills `into` with what is left of `nearest` when `row` is a centroid too; answers the sum. */
const measureTry = (
  { rows, width, values }: Matrix,
  row: number,
  nearest: Float64Array,
  into: Float64Array,
  weights: Float64Array | undefined,
): number => {
  let total = 0;
  const start = row * width;
  for (let other = 0; other < rows; other += 1) {
    let sum = 0;
    for (let place = 0; place < width; place += 1) {
      const gap = (values[other * width + place] as number) - (values[start + place] as number);
      sum += gap * gap;
    }
    if (weights !== undefined) sum *= weights[other] as number;
    const least = Math.min(nearest[other] as number, sum);
    into[other] = least;
    total += least;
  }
  return total;
};

/**
 * Starting centroids by greedy k-means++ (Arthur and Vassilvitskii 2007; 2 + ln k tries for each, as
 * scikit-learn does). The matrix must hold at least k different rows (that count).
 */
export const chooseStart = (
  matrix: Matrix,
  k: number,
  random: Random,
  weights?: Float64Array,
): Centroids => {
  const { rows, width, values } = matrix;
  const centroids = new Float64Array(k * width);
  const take = (row: number, index: number) =>
    centroids.set(values.subarray(row * width, (row + 1) * width), index * width);
  const first =
    weights === undefined
      ? Math.min(rows - 1, Math.floor(random() * rows))
      : drawWeighted(
          weights,
          weights.reduce((sum, weight) => sum + weight, 0),
          random,
        );
  take(first, 0);
  let nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let best = new Float64Array(rows);
  let tried = new Float64Array(rows);
  let total = measureTry(matrix, first, nearest, nearest, weights);
  const tries = 2 + Math.floor(Math.log(k));
  for (let index = 1; index < k; index += 1) {
    let least = Number.POSITIVE_INFINITY;
    let chosen = -1;
    for (let turn = 0; turn < tries; turn += 1) {
      const row = drawWeighted(nearest, total, random);
      const sum = measureTry(matrix, row, nearest, tried, weights);
      if (sum >= least) continue;
      least = sum;
      chosen = row;
      [best, tried] = [tried, best];
    }
    if (chosen < 0) break;
    take(chosen, index);
    [nearest, best] = [best, nearest];
    total = least;
  }
  return centroids;
};

/** A seeded selection of at most `count` rows, in their order. */
export const sampleRows = (matrix: Matrix, count: number, random: Random): Matrix => {
  const { rows, width, values } = matrix;
  if (rows <= count) return matrix;
  const chosen = sampleIndices(rows, count, random);
  const sampled = new Float64Array(chosen.length * width);
  chosen.forEach((row, place) => {
    sampled.set(values.subarray(row * width, (row + 1) * width), place * width);
  });
  return { rows: chosen.length, width, values: sampled };
};
