import { ones, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';

/** What every step multiplies by. */
export type Constants = {
  /** 1 where a row of the heads' kernel belongs to the member of the column; (members · outputs) × members. */
  readonly whose: Tensor2D;
  /** A one per row of a batch, and per row and member. */
  readonly ones: Tensor2D;
  readonly onesOfMembers: Tensor2D;
};

const markMembers = ({ hidden, members }: NetworkShape): Tensor2D => {
  const outputs = hidden.at(-1) ?? 1;
  const marks = new Float32Array(members * outputs * members);
  for (let row = 0; row < members * outputs; row += 1)
    marks[row * members + Math.floor(row / outputs)] = 1;
  return tensor2d(marks, [members * outputs, members]);
};

/** Puts them on the current backend. The caller closes them. */
export const openConstants = (shape: NetworkShape, batchRows: number): Constants => ({
  whose: markMembers(shape),
  ones: ones([1, batchRows]),
  onesOfMembers: ones([1, batchRows * shape.members]),
});

export const closeConstants = ({ whose, ones: row, onesOfMembers }: Constants): void => {
  for (const held of [whose, row, onesOfMembers]) held.dispose();
};
