import { fullRows, type Gathered } from './gather-rows.ts';
import { multiply } from './multiply.ts';
import type { NetworkPlan } from './network-plan.ts';
import type { SimdNetwork } from './simd-network.ts';

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
  gathered: Gathered,
  dropout: number,
): void => {
  const { plan, kernels } = network;
  const rows = fullRows(gathered.count);
  let a = gathered.rows;
  for (const [at, layer] of plan.layers.entries()) {
    const { width, panels, said } = layer;
    const kernel = at === 0 ? firstKernel(network, member) : plan.parameters + layer.kernel;
    multiply(kernels, {
      a,
      rows,
      b: { at: kernel, row: 32, panel: width * 32 },
      panels,
      length: width,
      start: { at: plan.parameters + layer.bias, row: 0, panel: 32 },
      out: { at: said, row: panels * 32, panel: 32 },
      floor: 0,
    });
    if (dropout > 0) {
      kernels.dropOut(said, rows * panels * 8, dropout * 2 ** 32, 1 / (1 - dropout), plan.random);
    }
    a = { at: said, row: panels * 32, step: 4 };
  }
};

/** Addresses of a member's head: of its kernel and its bias, within a stretch of parameters. */
export const headOf = (plan: NetworkPlan, member: number) => ({
  kernel: plan.heads + member * plan.lastWidth * 4,
  bias: plan.headBiases + member * 4,
});
