import { seededRandom } from '#core/seeded-random.ts';
import { type NetworkPlan, type NetworkShape, planNetwork } from './network-plan.ts';
import { type Kernels, openKernels } from './open-kernels.ts';
import { countParameters, readPacked, writePacked } from './pack-network.ts';

/** A network in a WebAssembly memory of its own. Nothing needs closing: forget it, and it is freed. */
export type SimdNetwork = {
  readonly plan: NetworkPlan;
  readonly kernels: Kernels;
  readonly floats: Float32Array<ArrayBuffer>;
  readonly dropout: number;
  /** Steps taken. */
  readonly taken: { steps: number };
};

/**
 * Opens a network with these packed parameters (in the order of countParameters). `dropout` is the share
 * of hidden outputs dropped in training, drawn by `seed`. Throws without SIMD: ask hasKernels first.
 */
export const openSimdNetwork = (
  shape: NetworkShape,
  parameters: Float32Array,
  { dropout = 0, seed = 0 }: { readonly dropout?: number; readonly seed?: number } = {},
): SimdNetwork => {
  if (parameters.length !== countParameters(shape)) throw new Error('parameters of another shape');
  const plan = planNetwork(shape);
  const { kernels, buffer } = openKernels(plan.bytes);
  writePacked(plan, new Float32Array(buffer, plan.parameters, plan.size / 4), parameters);
  const random = seededRandom(seed);
  const state = new Uint32Array(buffer, plan.random, 16);
  // A stream that began with zeros only would stay there.
  for (let at = 0; at < state.length; at += 1) state[at] = Math.floor(random() * 2 ** 32) | 1;
  return { plan, kernels, floats: new Float32Array(buffer), dropout, taken: { steps: 0 } };
};

/** The packed parameters as they are now; undefined when one of them is no finite number. */
export const readSimdParameters = ({
  plan,
  floats,
}: SimdNetwork): Float32Array<ArrayBuffer> | undefined => {
  const from = plan.parameters / 4;
  const packed = readPacked(plan, floats.subarray(from, from + plan.size / 4));
  return packed.every(Number.isFinite) ? packed : undefined;
};
