import { accept } from '#core/result.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { initialWeights } from '#workers/learn/simd/initial-weights.ts';
import { predictSimdBlock } from '#workers/learn/simd/predict-block.ts';
import { openSimdNetwork } from '#workers/learn/simd/simd-network.ts';
import { trainBatch } from '#workers/learn/simd/train-batch.ts';
import type { LabPage } from './lab-contract.ts';

const forwardRows = 100_000;
const blockRows = 10_000;

const normals = (count: number, seed: number): Float32Array<ArrayBuffer> => {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => normalFrom(random));
};

/** Our own training step and forward pass on made-up rows, and nothing else; blocks the page. */
export const fitMatrix: LabPage['fitMatrix'] = async ({
  rows,
  width,
  members,
  epochs,
  batch,
  seed,
}) => {
  const values = normals(rows * width, seed);
  const labels = Float32Array.from({ length: rows }, (_, row) =>
    (values[row * width] ?? 0) * (values[row * width + 1] ?? 0) > 0 ? 1 : 0,
  );
  const shape = { inputs: width, hidden: [64, 64], members } as const;
  const network = openSimdNetwork(shape, initialWeights(shape, seed));
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const startedAt = performance.now();
  let loss = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    loss = 0;
    for (let from = 0; from < rows; from += batch) {
      const part = order.subarray(from, from + batch);
      loss += (trainBatch(network, { values, labels }, part, { rate: 1e-3 }) * part.length) / rows;
    }
  }
  const ms = performance.now() - startedAt;
  const block = normals(blockRows * width, seed + 1);
  const forwardFrom = performance.now();
  for (let from = 0; from < forwardRows; from += blockRows) predictSimdBlock(network, block);
  return accept({ ms, loss, forwardMs: performance.now() - forwardFrom });
};
