import {
  addBounds,
  assignStretch,
  moveBoundedCentroids,
  openBoundedLloyd,
} from '#core/segments/bounded-lloyd.ts';
import type { Centroids } from '#core/segments/lloyd.ts';
import { type LloydState, moveCentroids } from '#core/segments/lloyd-state.ts';
import type { Matrix } from '#core/segments/scale-columns.ts';
import { assignPacked, openPackedLloyd } from './simd/assign-packed.ts';
import type { PackedRows } from './simd/pack-rows.ts';

/** k-means from one start, step by step; who measures the distances is not seen. */
export type LloydSteps = {
  readonly state: LloydState;
  /** Labels of rows `from` to `to`; answers how many changed. All rows have their turn before a move. */
  readonly assign: (from: number, to: number) => number;
  readonly move: () => { readonly shift: number; readonly isRefilled: boolean };
};

/** Rows in doubt, as a share, above which bounds are faster. */
const tooVague = 0.1;

const boundedSteps = (state: ReturnType<typeof addBounds>): LloydSteps => ({
  state,
  assign: (from, to) => assignStretch(state, from, to),
  move: () => moveBoundedCentroids(state),
});

/** By kernels, as long as single floats tell the centroids apart; then by bounds. */
const packedSteps = (packed: PackedRows, state: LloydState): LloydSteps => {
  let doubts = 0;
  let bounded: LloydSteps | undefined;
  return {
    state,
    assign: (from, to) => {
      if (bounded !== undefined) return bounded.assign(from, to);
      const found = assignPacked(packed, state, from, to);
      doubts += found.doubts;
      return found.moved;
    },
    move: () => {
      const went = bounded?.move() ?? moveCentroids(state);
      if (doubts > tooVague * state.matrix.rows) bounded ??= boundedSteps(addBounds(state));
      doubts = 0;
      return went;
    },
  };
};

/** k-means from a start that is not changed; packed rows (of the same matrix) hold one start at a time. */
export const openSteps = (
  matrix: Matrix,
  start: Centroids,
  weights: Float64Array | undefined,
  packed: PackedRows | undefined,
): LloydSteps =>
  packed === undefined
    ? boundedSteps(openBoundedLloyd(matrix, start, weights))
    : packedSteps(packed, openPackedLloyd(packed, start, weights));
