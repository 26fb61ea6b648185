import { mul, sigmoid, sum, type Tensor2D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import { readBack } from './read-back.ts';

const fewestRows = 256;

/** A graphics backend builds its programs anew for each shape: few shapes, the last block padded. */
const paddedRows = (rows: number): number =>
  rows <= fewestRows ? fewestRows : 2 ** Math.ceil(Math.log2(rows));

/** Probabilities of a block of rows: the mean over the members of what their logits say. */
export const predictRowsOf = async (
  { inputs: width, members }: NetworkShape,
  values: Float32Array,
  logitsOf: (inputs: Tensor2D) => Tensor2D,
): Promise<Float32Array> => {
  const rows = values.length / width;
  const shape = paddedRows(rows);
  const block = new Float32Array(shape * width);
  block.set(values);
  const said = tidy(() => {
    const each = sigmoid(logitsOf(tensor2d(block, [shape, width])));
    return mul(sum(each, 1), 1 / members);
  });
  const probabilities = await readBack(said);
  said.dispose();
  return probabilities.subarray(0, rows);
};
