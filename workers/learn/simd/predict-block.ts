import { gatherRows } from './gather-rows.ts';
import { chunkRows } from './network-plan.ts';
import { headOf, runForward } from './run-forward.ts';
import type { SimdNetwork } from './simd-network.ts';

/**
 * Probability of each row of `values`: the mean over the members. 10,000 rows of a network of one member
 * and 60 inputs take 6 ms: cut long tables and listen between two blocks.
 */
export const predictSimdBlock = (
  network: SimdNetwork,
  values: Float32Array,
): Float32Array<ArrayBuffer> => {
  const { plan, kernels, floats } = network;
  const { inputs, members } = plan.shape;
  const total = values.length / inputs;
  const probabilities = new Float32Array(total);
  const place = plan.probabilities / 4;
  for (let from = 0; from < total; from += chunkRows) {
    const count = Math.min(chunkRows, total - from);
    const gathered = gatherRows(network, values, { from, count }, false);
    floats.fill(0, place, place + count);
    for (let member = 0; member < members; member += 1) {
      runForward(network, member, gathered, 0);
      const { kernel, bias } = headOf(plan, member);
      kernels.addProbabilities(
        plan.last.said,
        count,
        plan.lastWidth,
        plan.parameters + kernel,
        plan.parameters + bias,
        1 / members,
        plan.probabilities,
      );
    }
    probabilities.set(floats.subarray(place, place + count), from);
  }
  return probabilities;
};
