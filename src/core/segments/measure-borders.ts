import type { Centroids } from './lloyd.ts';
import type { Matrix } from './scale-columns.ts';

/** Bins between two centroids; the border between their segments is the middle of the middle one. */
const bins = 5;
/** Fewer rows on both sides together than this say nothing about a border. */
const leastRows = 40;

const squared = (a: Float64Array, atA: number, b: Float64Array, atB: number, width: number) => {
  let sum = 0;
  for (let place = 0; place < width; place += 1)
    sum += ((a[atA + place] as number) - (b[atB + place] as number)) ** 2;
  return sum;
};

/** Rows whose nearest two centroids are these: 1 where two segments share a border, by pair. */
const bordering = (matrix: Matrix, centroids: Centroids, labels: Int32Array, k: number) => {
  const { rows, width, values } = matrix;
  const shared = new Uint32Array(k * k);
  for (let row = 0; row < rows; row += 1) {
    const own = labels[row] as number;
    let second = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < k; other += 1) {
      if (other === own) continue;
      const gap = squared(values, row * width, centroids, other * width, width);
      if (gap < least) {
        least = gap;
        second = other;
      }
    }
    if (second < 0) continue;
    const at = Math.min(own, second) * k + Math.max(own, second);
    shared[at] = (shared[at] as number) + 1;
  }
  return shared;
};

/** Where the rows of two segments stand on the line from one centroid (0) to the other (1). */
const alongLine = (
  { rows, width, values }: Matrix,
  centroids: Centroids,
  labels: Int32Array,
  [left, right]: readonly [number, number],
): number[] => {
  const length = squared(centroids, left * width, centroids, right * width, width);
  const places: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const label = labels[row] as number;
    if (label !== left && label !== right) continue;
    let sum = 0;
    for (let place = 0; place < width; place += 1) {
      const from = centroids[left * width + place] as number;
      sum +=
        ((values[row * width + place] as number) - from) *
        ((centroids[right * width + place] as number) - from);
    }
    places.push(sum / length);
  }
  return places;
};

/**
 * Density at the border between two segments against the lesser of the densities around both
 * centroids: near 0 where nobody stands between them, 1 and more where the crowd goes on.
 */
const fillOf = (places: readonly number[]): number => {
  const around = (middle: number) =>
    places.filter((place) => Math.abs(place - middle) <= 0.5 / bins).length;
  const peak = (middles: readonly number[]) => Math.max(...middles.map(around));
  const lesser = Math.min(peak([-0.1, 0, 0.1, 0.2]), peak([0.8, 0.9, 1, 1.1]));
  return lesser === 0 ? 1 : around(0.5) / lesser;
};

/**
 * How full the borders between neighbouring segments are: the mean over all borders, each counted by
 * the rows nearest to it. 0: nobody between them; 1: no gap at all. 1 when there are too few rows.
 */
export const measureBorders = (
  matrix: Matrix,
  centroids: Centroids,
  labels: Int32Array,
  k: number,
): number => {
  const shared = bordering(matrix, centroids, labels, k);
  let total = 0;
  let weight = 0;
  for (let left = 0; left < k; left += 1)
    for (let right = left + 1; right < k; right += 1) {
      const rows = shared[left * k + right] as number;
      if (rows === 0) continue;
      const places = alongLine(matrix, centroids, labels, [left, right]);
      if (places.length < leastRows) continue;
      total += rows * fillOf(places);
      weight += rows;
    }
  return weight === 0 ? 1 : total / weight;
};
