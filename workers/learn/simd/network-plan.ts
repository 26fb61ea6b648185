import type { EntryList } from './multiply.ts';

/**
 * A network of dense layers with relu and one number at the end. With more than one member it is an
 * ensemble as in TabM: all share the hidden layers, each scales the inputs by numbers of its own and
 * has a last layer of its own.
 */
export type NetworkShape = {
  readonly inputs: number;
  /** Outputs of each hidden layer, below first; at least one. */
  readonly hidden: readonly [number, ...number[]];
  readonly members: number;
};

/** Rows computed at once: their outputs stay in the processor's nearest memory. */
export const chunkRows = 64;

/** Columns that lie side by side in a kernel: two registers. */
export const panelColumns = 8;

const floatBytes = 4;
const up = (count: number, to: number): number => Math.ceil(count / to) * to;

/** A layer in memory, sizes filled up. Places of parameters count from the start of their stretch. */
export type LayerPlan = {
  readonly inputs: number;
  readonly outputs: number;
  readonly width: number;
  readonly panels: number;
  readonly kernel: number;
  readonly bias: number;
  /** Addresses: what the layer says, the errors of it, its kernel turned round. */
  readonly said: number;
  readonly errors: number;
  readonly turned: number;
};

/** Where everything lies, in bytes. */
export type NetworkPlan = {
  readonly shape: NetworkShape;
  readonly layers: readonly [LayerPlan, ...LayerPlan[]];
  readonly last: LayerPlan;
  /** Columns of a row of inputs, and of the last hidden layer. */
  readonly inputWidth: number;
  readonly lastWidth: number;
  /** Places of the heads, their biases and the scales within the parameters, one after the other. */
  readonly heads: number;
  readonly headBiases: number;
  readonly scales: number;
  /** Bytes of all parameters, and of the kernels, which come first: only they decay. */
  readonly size: number;
  readonly kernelSize: number;
  /** Addresses of four stretches of that size. */
  readonly parameters: number;
  readonly slopes: number;
  readonly first: number;
  readonly second: number;
  readonly inputs: number;
  /** What is not zero of the inputs, by rows and by columns. */
  readonly rowList: EntryList;
  readonly columnList: EntryList;
  readonly labels: number;
  readonly logitSlopes: number;
  readonly probabilities: number;
  readonly random: number;
  /** A member's own first kernel, and its slope. */
  readonly memberKernel: number;
  readonly memberSlope: number;
  readonly bytes: number;
};

/** Gives out stretches one after the other, each on a boundary of 16 bytes. */
const takeFrom = (start: number) => {
  let end = start;
  return {
    take: (floats: number): number => {
      const at = end;
      end += up(floats * floatBytes, 16);
      return at;
    },
    taken: () => end,
  };
};

type Size = Pick<LayerPlan, 'inputs' | 'outputs' | 'width' | 'panels'>;

const sizesOf = ({ inputs, hidden: [lowest, ...above] }: NetworkShape): [Size, ...Size[]] => {
  const panelsOf = (outputs: number) => Math.ceil(outputs / panelColumns);
  const width = up(inputs, 4);
  let below = { inputs, outputs: lowest, width, panels: panelsOf(lowest) };
  const sizes: [Size, ...Size[]] = [below];
  for (const outputs of above) {
    const { outputs: said, panels } = below;
    below = { inputs: said, outputs, width: panels * panelColumns, panels: panelsOf(outputs) };
    sizes.push(below);
  }
  return sizes;
};

const floatsOf = ({ width, panels }: Size): number => width * panels * panelColumns;

/** Places of the parameters of a network, in bytes from the start of their stretch. */
const planParameters = (
  { members }: NetworkShape,
  sizes: readonly Size[],
  lastWidth: number,
  inputWidth: number,
) => {
  const { take, taken } = takeFrom(0);
  const kernels = sizes.map((size) => take(floatsOf(size)));
  const heads = take(members * lastWidth);
  const kernelSize = taken();
  const biases = sizes.map(({ panels }) => take(panels * panelColumns));
  const headBiases = take(members);
  const scales = take(members > 1 ? members * inputWidth : 0);
  return { kernels, heads, kernelSize, biases, headBiases, scales, size: taken() };
};

/** Lays a network out. Address 0 begins 32 bytes of zeros: what a sum without a bias starts from. */
export const planNetwork = (shape: NetworkShape): NetworkPlan => {
  const sizes = sizesOf(shape);
  const inputWidth = sizes[0].width;
  const lastWidth = (sizes.at(-1) ?? sizes[0]).panels * panelColumns;
  const { kernels, biases, ...places } = planParameters(shape, sizes, lastWidth, inputWidth);
  const { take, taken } = takeFrom(panelColumns * floatBytes);
  const layOut = (layer: Size, at: number): LayerPlan => ({
    ...layer,
    kernel: kernels[at] ?? 0,
    bias: biases[at] ?? 0,
    said: take(chunkRows * layer.panels * panelColumns),
    errors: take(chunkRows * layer.panels * panelColumns),
    turned: take(at === 0 ? 0 : floatsOf(layer)),
  });
  const stretch = () => take(places.size / floatBytes);
  const own = shape.members > 1 ? floatsOf(sizes[0]) : 0;
  const [lowest, ...above] = sizes;
  const layers: NetworkPlan['layers'] = [
    layOut(lowest, 0),
    ...above.map((size, at) => layOut(size, at + 1)),
  ];
  return {
    ...places,
    shape,
    inputWidth,
    lastWidth,
    layers,
    last: layers.at(-1) ?? layers[0],
    parameters: stretch(),
    slopes: stretch(),
    first: stretch(),
    second: stretch(),
    inputs: take(chunkRows * inputWidth),
    rowList: { entries: take(chunkRows * inputWidth * 2), ends: take(chunkRows) },
    columnList: { entries: take(chunkRows * inputWidth * 2), ends: take(inputWidth) },
    labels: take(chunkRows),
    logitSlopes: take(chunkRows),
    probabilities: take(chunkRows),
    random: take(16),
    memberKernel: take(own),
    memberSlope: take(own),
    bytes: taken(),
  };
};
