import type { Matrix } from '#core/segments/scale-columns.ts';
import { hasKernels, type Kernels, openKernels } from './open-kernels.ts';

/**
 * A table in a WebAssembly memory as single floats, less a point in its middle: blocks of eight rows, in each
 * column after column. Made once, serves any number of starts one after the other. Nothing needs
 * closing: forget it, and it is freed.
 */
export type PackedRows = {
  readonly matrix: Matrix;
  readonly kernels: Kernels;
  /** Subtracted from every row: what is left has more of a single float's digits. */
  readonly middle: Float64Array;
  /** The length of the longest row, less the middle. */
  readonly longest: number;
  /** Segment per row, in the memory of the kernels. */
  readonly labels: Int32Array;
  /** Room for the centroids, and for one more when they are odd. */
  readonly centroids: Float32Array;
  /** Room for what the kernel answers: row and label of listRowsAtMost rows. */
  readonly list: Int32Array;
};

/** Rows of a block. A stretch begins at a whole block. */
export const blockRows = 8;
/** Rows the kernel is asked about at once: what it lists is still in the nearest memory when read. */
export const listRowsAtMost = 4_096;
/** Rows looked at for the middle. */
const middleRows = 10_000;
/** Rows times segments below which packing takes as long as it saves. */
const worthFrom = 4_000;
/** Squares of longer rows could leave what a single float can hold. */
const mostLength = 1e15;

const findMiddle = ({ rows, width, values }: Matrix): Float64Array => {
  const middle = new Float64Array(width);
  const step = Math.ceil(rows / middleRows);
  const looked = Math.ceil(rows / step);
  for (let row = 0; row < rows; row += step)
    for (let place = 0; place < width; place += 1)
      middle[place] = (middle[place] as number) + (values[row * width + place] as number) / looked;
  return middle;
};

/** Fills the blocks and answers the length of the longest row. */
const fillBlocks = (
  { rows, width, values }: Matrix,
  middle: Float64Array,
  floats: Float32Array,
): number => {
  let most = 0;
  for (let row = 0, from = 0; row < rows; row += 1) {
    const lane = row % blockRows;
    const to = (row - lane) * width + lane;
    let square = 0;
    for (let place = 0; place < width; place += 1, from += 1) {
      const value = (values[from] as number) - (middle[place] as number);
      floats[to + place * blockRows] = value;
      square += value * value;
    }
    most = Math.max(most, square);
  }
  return Math.sqrt(most);
};

const open = (bytes: number) => {
  try {
    return openKernels(bytes);
  } catch {
    return undefined;
  }
};

/**
 * The table packed for k segments or fewer; undefined where the device has no SIMD or no memory for it, and where
 * its numbers do not fit single floats.
 */
export const packRows = (matrix: Matrix, k: number): PackedRows | undefined => {
  if (!hasKernels()) return undefined;
  const { rows, width } = matrix;
  const places = Math.ceil(rows / blockRows) * blockRows;
  const labelsAt = places * width * 4;
  const listAt = labelsAt + places * 4;
  const centroidsAt = listAt + (listRowsAtMost + 1) * 8;
  const centroids = (k + (k % 2)) * width;
  const opened = open(centroidsAt + centroids * 4);
  if (opened === undefined) return undefined;
  const { kernels, buffer } = opened;
  const middle = findMiddle(matrix);
  const longest = fillBlocks(matrix, middle, new Float32Array(buffer, 0, places * width));
  if (!(longest < mostLength)) return undefined;
  return {
    matrix,
    kernels,
    middle,
    longest,
    labels: new Int32Array(buffer, labelsAt, rows),
    centroids: new Float32Array(buffer, centroidsAt, centroids),
    list: new Int32Array(buffer, listAt, (listRowsAtMost + 1) * 2),
  };
};

/** The same where it is worth it. */
export const packWorthwhile = (matrix: Matrix, k: number): PackedRows | undefined =>
  matrix.rows * k < worthFrom ? undefined : packRows(matrix, k);
