import { fullRows, type Gathered } from './gather-rows.ts';
import { type Factor, multiply, nothing } from './multiply.ts';
import type { LayerPlan } from './network-plan.ts';
import type { SimdNetwork } from './simd-network.ts';

const noFloor = Number.NEGATIVE_INFINITY;

/** Adds the slope of a kernel to `into`: its inputs, turned round, times the errors of its outputs. */
const addKernelSlope = (
  { kernels }: SimdNetwork,
  { width, panels, errors }: LayerPlan,
  inputs: Factor,
  rows: number,
  into: number,
): void => {
  const place = { at: into, row: 32, panel: width * 32 };
  multiply(kernels, {
    a: inputs,
    rows: width,
    b: { at: errors, row: panels * 32, panel: 32 },
    panels,
    length: rows,
    start: place,
    out: place,
    floor: noFloor,
  });
};

/** The slope of the first kernel: of the shared one, and of the member's scales where it has some. */
const addFirstSlope = (
  network: SimdNetwork,
  member: number,
  { columns, count }: Gathered,
): void => {
  const { plan, kernels, floats } = network;
  const [layer] = plan.layers;
  const { width, panels } = layer;
  const shared = plan.slopes + layer.kernel;
  if (plan.shape.members === 1) {
    addKernelSlope(network, layer, columns, count, shared);
    return;
  }
  const own = plan.memberSlope;
  floats.fill(0, own / 4, own / 4 + width * panels * 8);
  addKernelSlope(network, layer, columns, count, own);
  const scales = plan.scales + member * plan.inputWidth * 4;
  const kernel = plan.parameters + layer.kernel;
  const from = plan.parameters + scales;
  kernels.foldRows(own, kernel, from, width, panels, shared, plan.slopes + scales);
};

/** Errors of what the layer below said, from those of `layer`. */
const returnThrough = (
  { kernels }: SimdNetwork,
  { panels, errors, turned }: LayerPlan,
  below: LayerPlan,
  rows: number,
): void => {
  const outputs = panels * 8;
  multiply(kernels, {
    a: { at: errors, row: outputs * 4, step: 4 },
    rows,
    b: { at: turned, row: 32, panel: outputs * 32 },
    panels: below.panels,
    length: outputs,
    start: nothing,
    out: { at: below.errors, row: below.panels * 32, panel: 32 },
    floor: noFloor,
  });
};

/** Turns the kernels round that errors go back through: once a step, all members share them. */
export const turnKernels = ({ plan, kernels }: SimdNetwork): void => {
  for (const { kernel, width, panels, turned } of plan.layers.slice(1))
    kernels.transpose(plan.parameters + kernel, width, panels * 8, turned);
};

/**
 * Adds a member's slopes over the rows of the chunk to those of the step. The errors of the last hidden
 * layer are there already, those of the others follow from them.
 */
export const runBackward = (network: SimdNetwork, member: number, gathered: Gathered): void => {
  const { plan, kernels, dropout } = network;
  const rows = gathered.count;
  const full = fullRows(rows);
  for (let at = plan.layers.length - 1; at >= 0; at -= 1) {
    const layer = plan.layers[at] as LayerPlan;
    const below = plan.layers[at - 1];
    const outputs = layer.panels * 8;
    kernels.passErrors(layer.errors, layer.said, full * outputs, 1 / (1 - dropout));
    kernels.addColumns(layer.errors, rows, outputs, plan.slopes + layer.bias);
    if (below === undefined) addFirstSlope(network, member, gathered);
    else {
      const inputs = { at: below.said, row: 4, step: layer.width * 4 };
      addKernelSlope(network, layer, inputs, rows, plan.slopes + layer.kernel);
      returnThrough(network, layer, below, full);
    }
  }
};
