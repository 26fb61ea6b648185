import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import type { TrainingRows } from '#workers/learn/simd/train-batch.ts';

export type BatchTensors = {
  readonly inputs: Tensor2D;
  readonly labels: Tensor2D;
  /** 1 / (rows · members); 0 for the rows that only fill the batch up, which come last. */
  readonly shares: Tensor2D;
};

/** A batch to be filled again and again: its shape stays the same, so nothing is compiled anew. */
export const openBatch = ({ inputs: width, members }: NetworkShape, batchRows: number) => {
  const inputs = new Float32Array(batchRows * width);
  const labels = new Float32Array(batchRows);
  const shares = new Float32Array(batchRows);
  return {
    /** Brings rows of a table onto the backend. Call it inside tidy. */
    fill: (table: TrainingRows, rows: Uint32Array): BatchTensors => {
      const share = 1 / (rows.length * members);
      shares.fill(0);
      rows.forEach((row, at) => {
        inputs.set(table.values.subarray(row * width, (row + 1) * width), at * width);
        labels[at] = table.labels[row] ?? Number.NaN;
        shares[at] = share;
      });
      // What a padded row says counts nothing, but times 0 it must still be a number.
      inputs.fill(0, rows.length * width);
      labels.fill(0, rows.length);
      return {
        inputs: tensor2d(inputs, [batchRows, width]),
        labels: tensor2d(labels, [batchRows, 1]),
        shares: tensor2d(shares, [batchRows, 1]),
      };
    },
  };
};
