import type { Network, NetworkOptions } from './network.ts';
import type { NetworkShape } from './simd/network-plan.ts';
import { predictSimdBlock } from './simd/predict-block.ts';
import { openSimdNetwork, readSimdParameters } from './simd/simd-network.ts';
import { trainBatch } from './simd/train-batch.ts';

/** A network on our own kernels: there is nothing to wait for, and nothing to free. */
export const openOnSimd = (
  shape: NetworkShape,
  parameters: Float32Array,
  options: NetworkOptions,
): Network => {
  const simd = openSimdNetwork(shape, parameters, options);
  let losses = 0;
  return {
    trainBatch: (table, rows, rate) => {
      losses += trainBatch(simd, table, rows, rate) * rows.length;
    },
    settle: async () => {
      const summed = losses;
      losses = 0;
      return summed;
    },
    predictBlock: async (values) => predictSimdBlock(simd, values),
    readParameters: async () => readSimdParameters(simd),
    close: () => undefined,
  };
};
