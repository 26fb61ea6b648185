import { type NetworkPlan, type NetworkShape, panelColumns } from './network-plan.ts';

/**
 * Numbers in the packed parameters of a network, in this order: the scales (member by member, only
 * with more than one), kernel and bias of each hidden layer (kernels row by row), the heads, their biases.
 */
export const countParameters = ({ inputs, hidden, members }: NetworkShape): number => {
  const sizes = [inputs, ...hidden];
  const layers = hidden.reduce((sum, outputs, at) => sum + ((sizes[at] ?? 0) + 1) * outputs, 0);
  const scales = members > 1 ? members * inputs : 0;
  return scales + layers + members * ((sizes.at(-1) ?? 0) + 1);
};

/** Calls `visit` for every packed number with its place, in floats, within the planned parameters. */
const walk = (plan: NetworkPlan, visit: (packed: number, place: number) => void): void => {
  const { shape, layers, inputWidth, lastWidth } = plan;
  const { inputs, members } = shape;
  let packed = 0;
  const rows = (start: number, count: number, length: number, step: number) => {
    for (let row = 0; row < count; row += 1)
      for (let at = 0; at < length; at += 1) visit(packed++, start / 4 + row * step + at);
  };
  if (members > 1) rows(plan.scales, members, inputs, inputWidth);
  for (const { inputs: below, outputs, width, kernel, bias } of layers) {
    for (let row = 0; row < below; row += 1)
      for (let column = 0; column < outputs; column += 1) {
        const panel = Math.floor(column / panelColumns);
        const place = (panel * width + row) * panelColumns + (column % panelColumns);
        visit(packed++, kernel / 4 + place);
      }
    rows(bias, 1, outputs, outputs);
  }
  rows(plan.heads, members, plan.last.outputs, lastWidth);
  rows(plan.headBiases, 1, members, members);
};

/** Writes packed parameters to where the plan wants them. */
export const writePacked = (plan: NetworkPlan, into: Float32Array, packed: Float32Array): void =>
  walk(plan, (from, place) => {
    into[place] = packed[from] ?? 0;
  });

/** The reverse of writePacked. */
export const readPacked = (plan: NetworkPlan, from: Float32Array): Float32Array<ArrayBuffer> => {
  const packed = new Float32Array(countParameters(plan.shape));
  walk(plan, (into, place) => {
    packed[into] = from[place] ?? 0;
  });
  return packed;
};
