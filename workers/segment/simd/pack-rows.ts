import type { LloydRoom } from '#core/segments/lloyd-state.ts';
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
  /** Where the kernels keep labels and sums, for the most segments packed for. */
  readonly room: LloydRoom;
  /** Room for turnRows rows as they are. */
  readonly desk: Float64Array;
  /** Room for the centroids, and for one more when they are odd. */
  readonly centroids: Float32Array;
  /** Room for what the kernel answers: row and label of turnRows rows. */
  readonly list: Int32Array;
};

/** Rows of a block. A stretch begins at a whole block. */
export const blockRows = 8;
/** Rows the kernels are given at once: what they say of them is still in the nearest memory when read. */
export const turnRows = 2_048;
/** Rows looked at for the middle. */
const middleRows = 10_000;
/** Rows times segments below which packing takes as long as it saves. */
const worthFrom = 4_000;
/** Squares of longer rows could leave what a single float can hold. */
const mostLength = 1e15;

const findMiddle = ({ rows, width, values }: Matrix, middle: Float64Array): void => {
  const step = Math.ceil(rows / middleRows);
  const looked = Math.ceil(rows / step);
  for (let row = 0; row < rows; row += step)
    for (let place = 0; place < width; place += 1)
      middle[place] = (middle[place] as number) + (values[row * width + place] as number) / looked;
};

/** Fills the blocks by way of the desk; answers the longest row's length. */
const fillBlocks = (
  { rows, width, values }: Matrix,
  kernels: Kernels,
  middle: Float64Array,
  desk: Float64Array,
): number => {
  let most = 0;
  for (let first = 0; first < rows; first += turnRows) {
    const some = values.subarray(first * width, Math.min(rows, first + turnRows) * width);
    desk.set(some);
    const square = kernels.packRows(
      desk.byteOffset,
      some.length / width,
      width,
      middle.byteOffset,
      first * width * 4,
    );
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
 * The table packed for k segments or fewer; undefined where the device has no SIMD or no memory for it,
 * and where its numbers do not fit single floats.
 */
export const packRows = (matrix: Matrix, k: number): PackedRows | undefined => {
  if (!hasKernels()) return undefined;
  const { rows, width } = matrix;
  const places = Math.ceil(rows / blockRows) * blockRows;
  const labelsAt = places * width * 4;
  const listAt = labelsAt + places * 4;
  const middleAt = listAt + (turnRows + 1) * 8;
  const deskAt = middleAt + width * 8;
  const sumsAt = deskAt + turnRows * width * 8;
  const massesAt = sumsAt + k * width * 8;
  const sizesAt = massesAt + k * 8;
  const centroidsAt = sizesAt + k * 4;
  const centroids = (k + (k % 2)) * width;
  const opened = open(centroidsAt + centroids * 4);
  if (opened === undefined) return undefined;
  const { kernels, buffer } = opened;
  const middle = new Float64Array(buffer, middleAt, width);
  findMiddle(matrix, middle);
  const desk = new Float64Array(buffer, deskAt, turnRows * width);
  const longest = fillBlocks(matrix, kernels, middle, desk);
  if (!(longest < mostLength)) return undefined;
  return {
    matrix,
    kernels,
    middle,
    longest,
    room: {
      labels: new Int32Array(buffer, labelsAt, rows),
      sums: new Float64Array(buffer, sumsAt, k * width),
      masses: new Float64Array(buffer, massesAt, k),
      sizes: new Uint32Array(buffer, sizesAt, k),
    },
    desk,
    centroids: new Float32Array(buffer, centroidsAt, centroids),
    list: new Int32Array(buffer, listAt, (turnRows + 1) * 2),
  };
};

/** The same where it is worth it. */
export const packWorthwhile = (matrix: Matrix, k: number): PackedRows | undefined =>
  matrix.rows * k < worthFrom ? undefined : packRows(matrix, k);
