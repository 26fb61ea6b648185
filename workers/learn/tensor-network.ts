import {
  add,
  concat1d,
  div,
  fused,
  matMul,
  mul,
  reshape,
  slice1d,
  sqrt,
  square,
  step,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import { type Batch, learningRate } from './batch.ts';
import {
  type Layer,
  layersOf,
  type Parameters,
  packParameters,
  unpackParameters,
} from './parameters.ts';

const beta1 = 0.9;
const beta2 = 0.999;
/** As in Keras. Given by hand: a backend's own epsilon depends on what it says of its precision. */
const epsilon = 1e-7;

/** A network on a backend of TensorFlow.js. All parameters lie in one vector: one update serves them all. */
export type TensorNetwork = {
  readonly layers: readonly Layer[];
  readonly parameters: Variable;
  /** Running sums of gradients and of their squares (Adam's moments, without their constant factor). */
  readonly first: Variable;
  readonly second: Variable;
  /** Steps taken. */
  readonly taken: { steps: number };
};

/** Puts a network on the current backend. The caller closes it. */
export const openTensors = (parameters: Parameters): TensorNetwork => {
  const packed = packParameters(parameters);
  const keep = (values: Float32Array) => tidy(() => variable(tensor1d(values)));
  return {
    layers: layersOf(parameters[0]?.shape[0] ?? 0),
    parameters: keep(packed),
    first: keep(new Float32Array(packed.length)),
    second: keep(new Float32Array(packed.length)),
    taken: { steps: 0 },
  };
};

/** Frees everything a network holds on its backend. */
export const closeTensors = ({ parameters, first, second }: TensorNetwork): void => {
  for (const held of [parameters, first, second]) held.dispose();
};

type Dense = { readonly kernel: Tensor2D; readonly bias: Tensor1D };

const unpack = ({ layers, parameters }: TensorNetwork): readonly Dense[] => {
  let offset = 0;
  const take = (size: number): Tensor1D => {
    const part = slice1d(parameters as unknown as Tensor1D, offset, size);
    offset += size;
    return part;
  };
  return layers.map(({ inputs, outputs }) => ({
    kernel: reshape(take(inputs * outputs), [inputs, outputs]) as Tensor2D,
    bias: take(outputs),
  }));
};

/** Outputs of every layer, the last one probabilities. */
const forward = (layers: readonly Dense[], inputs: Tensor2D): readonly Tensor2D[] => {
  const outputs: Tensor2D[] = [];
  for (const [at, { kernel, bias }] of layers.entries())
    outputs.push(
      fused.matMul({
        a: outputs.at(-1) ?? inputs,
        b: kernel,
        bias,
        activation: at === layers.length - 1 ? 'sigmoid' : 'relu',
      }) as Tensor2D,
    );
  return outputs;
};

/**
 * Gradient of the binary cross-entropy over a batch, packed like the parameters. Through a sigmoid it
 * is simply "said − happened"; `shares` (1 / rows, 0 for padding) make it a mean. Written out because
 * it takes half the launches of recorded gradients, and each launch costs more than its arithmetic.
 */
const backward = (
  layers: readonly Dense[],
  inputs: Tensor2D,
  outputs: readonly Tensor2D[],
  labels: Tensor2D,
  shares: Tensor2D,
): Tensor1D => {
  const gradients: Tensor1D[] = [];
  let error = mul(sub(outputs.at(-1) as Tensor2D, labels), shares) as Tensor2D;
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const below = outputs[at - 1];
    const kernel = matMul(below ?? inputs, error, true, false);
    gradients.unshift(reshape(kernel, [-1]) as Tensor1D, sum(error, 0) as Tensor1D);
    if (below === undefined) break;
    const passed = matMul(error, (layers[at] as Dense).kernel, false, true);
    error = mul(passed, step(below)) as Tensor2D;
  }
  return concat1d(gradients);
};

/**
 * Adam (Kingma and Ba 2015, with the correction folded into the rate as in Keras). The moments are
 * kept without their factors (1 − β), which go into two numbers: ten launches instead of fourteen.
 */
const update = (network: TensorNetwork, gradient: Tensor): void => {
  const { parameters, first, second, taken } = network;
  taken.steps += 1;
  const spread = Math.sqrt(1 - beta2);
  const rate = (learningRate * Math.sqrt(1 - beta2 ** taken.steps)) / (1 - beta1 ** taken.steps);
  first.assign(add(mul(first, beta1), gradient));
  second.assign(add(mul(second, beta2), square(gradient)));
  const move = div(first, add(sqrt(second), epsilon / spread));
  parameters.assign(sub(parameters, mul(move, (rate * (1 - beta1)) / spread)));
};

/** One step of training on one batch. Leaves nothing behind on the backend. */
export const stepTensors = (network: TensorNetwork, batch: Batch): void => {
  tidy(() => {
    const rows = batch.labels.length;
    const inputs = tensor2d(batch.inputs, [rows, batch.inputs.length / rows]);
    const layers = unpack(network);
    const outputs = forward(layers, inputs);
    const labels = tensor2d(batch.labels, [rows, 1]);
    const shares = tensor2d(batch.shares, [rows, 1]);
    update(network, backward(layers, inputs, outputs, labels, shares));
  });
};

/** Probabilities of a block of rows, read back from the backend. */
export const predictByTensors = async (
  network: TensorNetwork,
  inputs: Float32Array,
  rows: number,
): Promise<Float32Array> => {
  const said = tidy(() => {
    const block = tensor2d(inputs, [rows, inputs.length / rows]);
    return forward(unpack(network), block).at(-1) as Tensor2D;
  });
  const values = await said.data<'float32'>();
  said.dispose();
  return values;
};

/** Waits until the backend has done what it was given; false when the parameters are no numbers any more. */
export const settleTensors = async ({ parameters }: TensorNetwork): Promise<boolean> => {
  const last = tidy(() => slice1d(parameters as unknown as Tensor1D, parameters.size - 1, 1));
  const [value] = await last.data();
  last.dispose();
  return Number.isFinite(value);
};

/** The parameters, read back; undefined when one of them is no finite number. */
export const readTensors = async (network: TensorNetwork): Promise<Parameters | undefined> => {
  const packed = await network.parameters.data<'float32'>();
  if (!packed.every(Number.isFinite)) return undefined;
  return unpackParameters(network.layers, packed);
};
