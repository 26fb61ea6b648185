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

/** The rows farthest from their own centroid, farthest first, never alone in their segment. */
const farthestRows = (
  matrix: Matrix,
  assignment: Assignment,
  centroids: Centroids,
  count: number,
) => {
  const { rows, width, values } = matrix;
  const distances = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const label = assignment.labels[row] as number;
    distances[row] = squaredDistance(values, row * width, centroids, label * width, width);
  }
  const taken: number[] = [];
  const sizes = assignment.sizes.slice();
  for (let turn = 0; turn < count; turn += 1) {
    let best = -1;
    for (let row = 0; row < rows; row += 1) {
      if ((sizes[assignment.labels[row] as number] as number) < 2 || taken.includes(row)) continue;
      if (best < 0 || (distances[row] as number) > (distances[best] as number)) best = row;
    }
    if (best < 0) break;
    taken.push(best);
    const own = assignment.labels[best] as number;
    sizes[own] = (sizes[own] as number) - 1;
  }
  return taken;
};

/**
 * Moves each centroid to the mean of its rows. An empty segment starts again at the row farthest
 * from its own centroid, as scikit-learn does, so that k segments stay k.
 */
export const moveCentroids = (
  matrix: Matrix,
  assignment: Assignment,
  centroids: Centroids,
): Centroids => {
  const { rows, width, values } = matrix;
  const { labels, sizes } = assignment;
  const moved = new Float64Array(centroids.length);
  for (let row = 0; row < rows; row += 1) {
    const start = (labels[row] as number) * width;
    for (let place = 0; place < width; place += 1)
      moved[start + place] =
        (moved[start + place] as number) + (values[row * width + place] as number);
  }
  const empty: number[] = [];
  sizes.forEach((size, index) => {
    if (size === 0) empty.push(index);
    for (let place = 0; place < width && size > 0; place += 1)
      moved[index * width + place] = (moved[index * width + place] as number) / size;
  });
  const refuges = empty.length === 0 ? [] : farthestRows(matrix, assignment, moved, empty.length);
  refuges.forEach((row, turn) => {
    moved.set(values.subarray(row * width, (row + 1) * width), (empty[turn] as number) * width);
  });
  return moved;
};

/** Number of different rows, counted no further than `enough`. */
export const countDifferentRows = (matrix: Matrix, enough: number): number => {
  const seen = new Set<string>();
  for (let row = 0; row < matrix.rows && seen.size < enough; row += 1)
    seen.add(matrix.values.subarray(row * matrix.width, (row + 1) * matrix.width).join());
  return seen.size;
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

/**
 * Starting centroids by greedy k-means++ (Arthur and Vassilvitskii 2007; 2 + ln k tries for each, as
 * scikit-learn does). The matrix must hold at least k different rows.
 */
export const chooseStart = (matrix: Matrix, k: number, random: Random): Centroids => {
  const { rows, width, values } = matrix;
  const centroids = new Float64Array(k * width);
  const take = (row: number, index: number) =>
    centroids.set(values.subarray(row * width, (row + 1) * width), index * width);
  const first = Math.min(rows - 1, Math.floor(random() * rows));
  take(first, 0);
  let nearest = new Float64Array(rows);
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    nearest[row] = squaredDistance(values, row * width, values, first * width, width);
    total += nearest[row] as number;
  }
  const tries = 2 + Math.floor(Math.log(k));
  for (let index = 1; index < k; index += 1) {
    let best: { row: number; distances: Float64Array<ArrayBuffer>; sum: number } | undefined;
    for (let turn = 0; turn < tries; turn += 1) {
      const row = drawWeighted(nearest, total, random);
      const distances = new Float64Array(rows);
      let sum = 0;
      for (let other = 0; other < rows; other += 1) {
        const own = squaredDistance(values, other * width, values, row * width, width);
        const least = Math.min(nearest[other] as number, own);
        distances[other] = least;
        sum += least;
      }
      if (best === undefined || sum < best.sum) best = { row, distances, sum };
    }
    if (best === undefined) break;
    take(best.row, index);
    nearest = best.distances;
    total = best.sum;
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
