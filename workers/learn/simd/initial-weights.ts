import { mixSeed, normalFrom, seededRandom } from '#core/seeded-random.ts';
import type { NetworkShape } from './network-plan.ts';
import { countParameters } from './pack-network.ts';

/**
 * Seeded parameters to start from, packed: kernels uniform in ±√(6 / (inputs + outputs)) (Glorot and
 * Bengio 2010), biases zero, the scales of an ensemble near 1 so that its members begin as neighbours.
 */
export const initialWeights = (
  shape: NetworkShape,
  seed: number,
  scaleOf: (random: () => number) => number = (random) => 1 + 0.1 * normalFrom(random),
): Float32Array<ArrayBuffer> => {
  const { inputs, hidden, members } = shape;
  const packed = new Float32Array(countParameters(shape));
  let at = 0;
  const fill = (count: number, next: () => number) => {
    for (const end = at + count; at < end; at += 1) packed[at] = next();
  };
  const kernel = (part: number, below: number, above: number, copies = 1) => {
    const random = seededRandom(mixSeed(seed, part));
    const limit = Math.sqrt(6 / (below + above));
    fill(below * above * copies, () => (2 * random() - 1) * limit);
  };
  const random = seededRandom(mixSeed(seed, -1));
  if (members > 1) fill(members * inputs, () => scaleOf(random));
  let below = inputs;
  for (const [layer, outputs] of hidden.entries()) {
    kernel(layer, below, outputs);
    fill(outputs, () => 0);
    below = outputs;
  }
  kernel(hidden.length, below, 1, members);
  return packed;
};
