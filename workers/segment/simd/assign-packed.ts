import { giveRow, type LloydState, squaredGap } from '#core/segments/lloyd-state.ts';
import { blockRows, listRowsAtMost, type PackedRows } from './pack-rows.ts';

/** Half the distance between 1 and the next single float. */
const unit = 2 ** -24;

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

/**
 * Gives rows `from` (a whole number of blocks) to `to` the label of their nearest centroid. The kernel
 * measures in single floats and lists whose label changed; what rounding could have decided is measured
 * again in double, so the labels are those of double arithmetic. Answers how many changed, and how many
 * were in doubt. The labels of the state must be those of the packed rows.
 */
export const assignPacked = (
  packed: PackedRows,
  state: LloydState,
  from: number,
  to: number,
): { readonly moved: number; readonly doubts: number } => {
  const { kernels, labels, list, centroids } = packed;
  const { width } = state.matrix;
  const { slack, share } = writeCentroids(packed, state);
  const pairs = Math.ceil(state.k / 2);
  let moved = 0;
  let doubts = 0;
  for (let first = from; first < to; first += listRowsAtMost) {
    const end = Math.min(to, first + listRowsAtMost);
    const listed = kernels.listRows(
      first * width * 4,
      first,
      Math.ceil((end - first) / blockRows),
      width,
      centroids.byteOffset,
      pairs,
      labels.byteOffset + first * 4,
      slack,
      share,
      list.byteOffset,
    );
    for (let entry = 0; entry < listed; entry += 1) {
      const row = list[2 * entry] as number;
      // The last block may end behind the rows.
      if (row >= end) break;
      let label = list[2 * entry + 1] as number;
      if (label < 0) {
        doubts += 1;
        label = measureRow(state, row);
        if (label === labels[row]) continue;
      }
      giveRow(state, row, label);
      moved += 1;
    }
  }
  return { moved, doubts };
};
