import type { Centroids } from '#core/segments/lloyd.ts';
import { giveRow, type LloydState, openLloyd, squaredGap } from '#core/segments/lloyd-state.ts';
import { blockRows, type PackedRows, turnRows } from './pack-rows.ts';

/** Half the distance between 1 and the next single float. */
const unit = 2 ** -24;
/** Listed rows from which it is worth copying all of a turn to where the kernel can add them up. */
const many = turnRows / 8;

/** k-means over packed rows, from a start that is not changed; ends what was under way there. */
export const openPackedLloyd = (
  { matrix, room }: PackedRows,
  start: Centroids,
  weights?: Float64Array,
): LloydState =>
  openLloyd(matrix, start, weights, {
    labels: room.labels,
    sums: room.sums.subarray(0, start.length),
    masses: room.masses.subarray(0, start.length / matrix.width),
    sizes: room.sizes.subarray(0, start.length / matrix.width),
  });

/**
 * Writes the centroids as the kernel takes them and answers how much nearer one must be to be surely the
 * nearest: next − least > slack · √next + share · next.
 */
const writeCentroids = (
  { centroids, middle, longest, matrix: { width } }: PackedRows,
  state: LloydState,
): { readonly slack: number; readonly share: number } => {
  // One too many when k is odd: endlessly far, so never the nearest.
  centroids.fill(Number.POSITIVE_INFINITY);
  let most = 0;
  for (let start = 0; start < state.centroids.length; start += width) {
    let square = 0;
    for (let place = 0; place < width; place += 1) {
      const value = (state.centroids[start + place] as number) - (middle[place] as number);
      centroids[start + place] = value;
      square += value * value;
    }
    most = Math.max(most, square);
  }
  // Rounding row and centroid moves a distance by unit · (their lengths) at most, rounding the gaps by unit
  // of itself, the sum of squares by width + 2 units of itself. Two distances, and twice that to be safe.
  const slack = 8 * unit * (longest + Math.sqrt(most));
  return { slack, share: 8 * unit + 4 * (width + 2) * unit };
};

/** The nearest centroid of a row (the lower index when equally near), in double arithmetic. */
const measureRow = ({ matrix, k, centroids }: LloydState, row: number): number => {
  const { width, values } = matrix;
  const at = row * width;
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0, start = 0; index < k; index += 1, start += width) {
    const sum = squaredGap(values, at, centroids, start, width);
    if (sum >= least) continue;
    least = sum;
    nearest = index;
  }
  return nearest;
};

/** Measures listed rows that are in doubt and writes their label; answers how many there were. */
const settleDoubts = ({ list }: PackedRows, state: LloydState, listed: number): number => {
  let doubts = 0;
  for (let at = 0; at < 2 * listed; at += 2) {
    if ((list[at + 1] as number) >= 0) continue;
    list[at + 1] = measureRow(state, list[at] as number);
    doubts += 1;
  }
  return doubts;
};

/** Gives listed rows, which begin at `first`, their label; answers how many changed. */
const moveListed = (
  { list, desk, kernels }: PackedRows,
  state: LloydState,
  listed: number,
  first: number,
): number => {
  const { matrix, weights, labels, sums, masses, sizes } = state;
  const { rows, width, values } = matrix;
  if (listed >= many && weights === undefined) {
    desk.set(values.subarray(first * width, Math.min(rows, first + turnRows) * width));
    return kernels.moveRows(
      list.byteOffset,
      listed,
      desk.byteOffset,
      first,
      width,
      labels.byteOffset,
      sums.byteOffset,
      masses.byteOffset,
      sizes.byteOffset,
    );
  }
  let moved = 0;
  for (let at = 0; at < 2 * listed; at += 2) {
    const row = list[at] as number;
    const label = list[at + 1] as number;
    if (label === labels[row]) continue;
    giveRow(state, row, label);
    moved += 1;
  }
  return moved;
};

/**
 * Gives rows `from` (a whole number of blocks) to `to` the label of their nearest centroid. The kernel
 * measures in single floats and lists whose label changed; what rounding could have decided is measured
 * again in double, so the labels are those of double arithmetic. Answers how many changed, and how many
 * were in doubt. The state must be the last one opened over these rows.
 */
export const assignPacked = (
  packed: PackedRows,
  state: LloydState,
  from: number,
  to: number,
): { readonly moved: number; readonly doubts: number } => {
  const { kernels, list, centroids } = packed;
  const { width } = state.matrix;
  const { slack, share } = writeCentroids(packed, state);
  const pairs = Math.ceil(state.k / 2);
  let moved = 0;
  let doubts = 0;
  for (let first = from; first < to; first += turnRows) {
    const end = Math.min(to, first + turnRows);
    let listed = kernels.listRows(
      first * width * 4,
      first,
      Math.ceil((end - first) / blockRows),
      width,
      centroids.byteOffset,
      pairs,
      state.labels.byteOffset + first * 4,
      slack,
      share,
      list.byteOffset,
    );
    // The last block may end behind the rows.
    while (listed > 0 && (list[2 * listed - 2] as number) >= end) listed -= 1;
    doubts += settleDoubts(packed, state, listed);
    moved += moveListed(packed, state, listed, first);
  }
  return { moved, doubts };
};
