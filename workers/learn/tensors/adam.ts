import {
  add,
  div,
  mul,
  sqrt,
  square,
  sub,
  type Tensor,
  tensor1d,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import type { StepRate } from '#workers/learn/simd/train-batch.ts';

const beta1 = 0.9;
const beta2 = 0.999;
/** As in Keras. Given by hand: a backend's own epsilon depends on what it says of its precision. */
const epsilon = 1e-7;

/** All parameters lie in one vector: one update serves them all. */
export type Adam = {
  readonly parameters: Variable;
  /** Running sums of gradients and of their squares (Adam's moments, without their constant factor). */
  readonly first: Variable;
  readonly second: Variable;
  /** 1 for the numbers of kernels, 0 for biases and scales. */
  readonly decaying: Tensor;
  /** Steps taken. */
  readonly taken: { steps: number };
};

const markKernels = ({ inputs, hidden, members }: NetworkShape, size: number): Float32Array => {
  const marks = new Float32Array(size);
  let at = members > 1 ? members * inputs : 0;
  let below = inputs;
  for (const outputs of hidden) {
    marks.fill(1, at, at + below * outputs);
    at += (below + 1) * outputs;
    below = outputs;
  }
  return marks.fill(1, at, at + members * below);
};

/** Puts packed parameters on the current backend. The caller closes it. */
export const openAdam = (shape: NetworkShape, packed: Float32Array): Adam => {
  const keep = (values: Float32Array) => tidy(() => variable(tensor1d(values)));
  const nothing = new Float32Array(packed.length);
  return {
    // A copy: on cpu a tensor is the array it was made of.
    parameters: keep(packed.slice()),
    first: keep(nothing),
    second: keep(nothing.slice()),
    decaying: tensor1d(markKernels(shape, packed.length)),
    taken: { steps: 0 },
  };
};

export const closeAdam = ({ parameters, first, second, decaying }: Adam): void => {
  for (const held of [parameters, first, second, decaying]) held.dispose();
};

/**
 * Adam (Kingma and Ba 2015, with the correction folded into the rate as in Keras), with `decay` AdamW
 * (Loshchilov and Hutter 2019) on kernels. The moments are kept without their factors (1 − β), which go
 * into two numbers: ten launches instead of fourteen. Call it inside tidy.
 */
export const stepAdam = (adam: Adam, slope: Tensor, { rate, decay = 0 }: StepRate): void => {
  const { parameters, first, second, decaying, taken } = adam;
  taken.steps += 1;
  const spread = Math.sqrt(1 - beta2);
  const corrected = (rate * Math.sqrt(1 - beta2 ** taken.steps)) / (1 - beta1 ** taken.steps);
  first.assign(add(mul(first, beta1), slope));
  second.assign(add(mul(second, beta2), square(slope)));
  const move = div(first, add(sqrt(second), epsilon / spread));
  const moved = sub(parameters, mul(move, (corrected * (1 - beta1)) / spread));
  parameters.assign(decay === 0 ? moved : sub(moved, mul(mul(parameters, decaying), rate * decay)));
};
