import { fused, mul, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import type { Dense, Unpacked } from './unpack-parameters.ts';

const layer = (a: Tensor2D, { kernel: b, bias }: Dense, activation: 'relu' | 'linear'): Tensor2D =>
  fused.matMul({ a, b, bias, activation }) as Tensor2D;

export type Said = {
  /** Of each hidden layer, (rows · members) × outputs, the members of a row one after the other. */
  readonly hidden: readonly Tensor2D[];
  /** rows × members. */
  readonly logits: Tensor2D;
};

/** What rows make the layers say. `masks` multiply the hidden outputs: 0 for those that are dropped. */
export const runForward = (
  { hidden: sizes, members }: NetworkShape,
  { first, hidden, heads }: Unpacked,
  inputs: Tensor2D,
  masks: readonly Tensor2D[] = [],
): Said => {
  const [rows] = inputs.shape;
  const said: Tensor2D[] = [];
  for (const [at, outputs] of sizes.entries()) {
    const below = said.at(-1) ?? inputs;
    const wide = layer(below, at === 0 ? first : (hidden[at] as Dense), 'relu');
    const tall = reshape(wide, [rows * members, outputs]) as Tensor2D;
    const mask = masks[at];
    said.push(mask === undefined ? tall : mul(tall, mask));
  }
  const last = said.at(-1) as Tensor2D;
  const logits = layer(reshape(last, [rows, last.size / rows]), heads, 'linear');
  return { hidden: said, logits };
};
