import {
  concat1d,
  mul,
  reshape,
  step,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  transpose,
} from '@tensorflow/tfjs-core';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import type { Constants } from './constants.ts';
import { productOfTurned, productWithTurned, sumColumns } from './products.ts';
import type { Said } from './run-forward.ts';
import type { Dense, Unpacked } from './unpack-parameters.ts';

const flat = (part: Tensor): Tensor1D => reshape(part, [part.size]) as Tensor1D;

const scaledBy = (scale: number, part: Tensor2D): Tensor2D =>
  scale === 1 ? part : mul(part, scale);

/** Slopes of the scales (packed order) and of the first kernel, from that of all members side by side. */
const unfold = (wide: Tensor2D, scales: Tensor2D, kernel: Tensor2D) => {
  const [inputs, members] = scales.shape;
  const [, outputs] = kernel.shape;
  const own = reshape(wide, [inputs, members, outputs]);
  return {
    scales: transpose(sum(mul(own, reshape(kernel, [inputs, 1, outputs])), 2)),
    kernel: sum(mul(own, reshape(scales, [inputs, members, 1])), 1),
  };
};

export type BackwardInput = {
  readonly inputs: Tensor2D;
  readonly said: Said;
  /** Slope of the loss by the logits, rows × members. */
  readonly error: Tensor2D;
  readonly constants: Constants;
  /** What a hidden output that was not dropped had been multiplied by. */
  readonly kept: number;
};

/**
 * Slope of the loss by every parameter, packed like them. Written out because it takes half the launches
 * of recorded gradients, and each launch costs more than its arithmetic.
 */
export const runBackward = (
  { members }: NetworkShape,
  { scales, hidden, heads }: Unpacked,
  { inputs, said, error, constants, kept }: BackwardInput,
): Tensor1D => {
  const [rows] = inputs.shape;
  const last = said.hidden.at(-1) as Tensor2D;
  const byHeads = productOfTurned(reshape(last, [rows, last.size / rows]), error);
  const slopes: Tensor1D[] = [
    flat(scales === undefined ? byHeads : sum(mul(byHeads, constants.whose), 1)),
    flat(sumColumns(error, constants.ones)),
  ];
  let passed = productWithTurned(scaledBy(kept, error), heads.kernel);
  for (let at = hidden.length - 1; at >= 0; at -= 1) {
    const { kernel } = hidden[at] as Dense;
    const output = said.hidden[at] as Tensor2D;
    const open = mul(reshape(passed, output.shape), step(output)) as Tensor2D;
    const below = said.hidden[at - 1];
    if (below !== undefined) {
      slopes.unshift(flat(sumColumns(open, constants.onesOfMembers)));
      slopes.unshift(flat(productOfTurned(below, open)));
      passed = productWithTurned(open, scaledBy(kept, kernel));
      continue;
    }
    const errors = reshape(open, [rows, open.size / rows]) as Tensor2D;
    const biases = sumColumns(errors, constants.ones);
    slopes.unshift(members === 1 ? flat(biases) : sum(reshape(biases, [members, -1]), 0));
    const wide = productOfTurned(inputs, errors);
    if (scales === undefined || members === 1) slopes.unshift(flat(wide));
    else {
      const own = unfold(wide, scales, kernel);
      slopes.unshift(flat(own.scales), flat(own.kernel));
    }
  }
  return concat1d(slopes);
};
