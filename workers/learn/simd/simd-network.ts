import { seededRandom } from '#core/seeded-random.ts';
import { multiply } from './multiply.ts';
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

/** Kernels take four rows at a time; the last ones may be zeros. */
export const fullRows = (rows: number): number => (rows + 3) & ~3;

/** Copies rows of the caller's table into the chunk; row `at` of it is row `rows[at]`, or `from + at`. */
export const gather = (
  { plan, floats }: SimdNetwork,
  values: Float32Array,
  {
    rows,
    from,
    count,
  }: { readonly rows?: Uint32Array; readonly from: number; readonly count: number },
): void => {
  const { inputWidth, shape } = plan;
  let into = plan.inputs / 4;
  for (let at = from; at < from + count; at += 1) {
    const row = (rows === undefined ? at : (rows[at] ?? 0)) * shape.inputs;
    floats.set(values.subarray(row, row + shape.inputs), into);
    into += inputWidth;
  }
  floats.fill(0, into, into + (fullRows(count) - count) * inputWidth);
};

/** A member's first kernel: the shared one, or with its rows scaled by the member's own numbers. */
const firstKernel = ({ plan, kernels }: SimdNetwork, member: number): number => {
  const [layer] = plan.layers;
  const shared = plan.parameters + layer.kernel;
  if (plan.shape.members === 1) return shared;
  const scales = plan.parameters + plan.scales + member * plan.inputWidth * 4;
  kernels.scaleRows(shared, scales, layer.width, layer.panels, plan.memberKernel);
  return plan.memberKernel;
};

/** What the rows of the chunk make the hidden layers of a member say. */
export const runForward = (
  network: SimdNetwork,
  member: number,
  rows: number,
  dropout: number,
): void => {
  const { plan, kernels } = network;
  let below = plan.inputs;
  for (const [at, layer] of plan.layers.entries()) {
    const { width, panels, said } = layer;
    const kernel = at === 0 ? firstKernel(network, member) : plan.parameters + layer.kernel;
    multiply(kernels, {
      a: { at: below, row: width * 4, step: 4 },
      rows: fullRows(rows),
      b: { at: kernel, row: 32, panel: width * 32 },
      panels,
      length: width,
      start: { at: plan.parameters + layer.bias, row: 0, panel: 32 },
      out: { at: said, row: panels * 32, panel: 32 },
      floor: 0,
    });
    if (dropout > 0) {
      const count = fullRows(rows) * panels * 8;
      kernels.dropOut(said, count, dropout * 2 ** 32, 1 / (1 - dropout), plan.random);
    }
    below = said;
  }
};

/** Addresses of a member's head: of its kernel and its bias, within a stretch of parameters. */
export const headOf = (plan: NetworkPlan, member: number) => ({
  kernel: plan.heads + member * plan.lastWidth * 4,
  bias: plan.headBiases + member * 4,
});
