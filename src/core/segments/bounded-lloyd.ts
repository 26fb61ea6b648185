import type { Centroids } from './lloyd.ts';
import { giveRow, type LloydState, moveCentroids, openLloyd, squaredGap } from './lloyd-state.ts';
import type { Matrix } from './scale-columns.ts';

/**
 * k-means under way. Most distances are not computed, because two bounds per row already say that its
 * centroid is still the nearest (Hamerly 2010).
 */
export type BoundedLloyd = LloydState & {
  /** Never less than the distance to the own centroid. */
  readonly upper: Float64Array;
  /** Never more than the distance to any other centroid. */
  readonly lower: Float64Array;
};

/** Bounds that say nothing: every row is measured at its next turn. */
const forgetBounds = ({ upper, lower }: BoundedLloyd): void => {
  upper.fill(Number.POSITIVE_INFINITY);
  lower.fill(0);
};

/** Bounds for a state, begun or not, that goes on by them. */
export const addBounds = (state: LloydState): BoundedLloyd => {
  const { rows } = state.matrix;
  const bounded = { ...state, upper: new Float64Array(rows), lower: new Float64Array(rows) };
  forgetBounds(bounded);
  return bounded;
};

/** k-means from starting centroids, before its first step. The start is not changed. */
export const openBoundedLloyd = (
  matrix: Matrix,
  start: Centroids,
  weights?: Float64Array,
): BoundedLloyd => addBounds(openLloyd(matrix, start, weights));

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

/** Moves each centroid to the mean of its rows, as moveCentroids does. */
export const moveBoundedCentroids = (
  state: BoundedLloyd,
): { shift: number; isRefilled: boolean } => {
  const went = moveCentroids(state);
  // Bounds know nothing of such a jump.
  if (went.isRefilled) forgetBounds(state);
  return went;
};
