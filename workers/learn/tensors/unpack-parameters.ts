import {
  mul,
  reshape,
  slice1d,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tile,
  transpose,
} from '@tensorflow/tfjs-core';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';

export type Dense = { readonly kernel: Tensor2D; readonly bias: Tensor1D };

/** The parameters as the products want them, cut out of the packed vector (simd/pack-network.ts). */
export type Unpacked = {
  /** inputs × members; only with more than one member. */
  readonly scales?: Tensor2D;
  /** Hidden layers as all members share them. */
  readonly hidden: readonly Dense[];
  /** The first layer of all members side by side, inputs × (members · outputs), their scales folded in. */
  readonly first: Dense;
  /** Heads of all members as one block-diagonal kernel, (members · outputs) × members. */
  readonly heads: Dense;
};

/** `scales` times `kernel`, member by member: inputs × members × outputs. */
const foldScales = (scales: Tensor2D, kernel: Tensor2D): Tensor => {
  const [inputs, members] = scales.shape;
  const [, outputs] = kernel.shape;
  return mul(reshape(scales, [inputs, members, 1]), reshape(kernel, [inputs, 1, outputs]));
};

/**
 * Cuts the vector up. `whose` says which rows of the heads' kernel belong to which member: 1 there, else 0;
 * (members · outputs) × members.
 */
export const unpackParameters = (
  { inputs, hidden, members }: NetworkShape,
  packed: Tensor1D,
  whose: Tensor2D,
): Unpacked => {
  let offset = 0;
  const take = (rows: number, columns: number): Tensor2D => {
    const part = slice1d(packed, offset, rows * columns);
    offset += rows * columns;
    return reshape(part, [rows, columns]);
  };
  const flat = (part: Tensor2D) => reshape(part, [part.size]) as Tensor1D;
  const scales = members > 1 ? (transpose(take(members, inputs)) as Tensor2D) : undefined;
  let below = inputs;
  const layers = hidden.map((outputs): Dense => {
    const kernel = take(below, outputs);
    below = outputs;
    return { kernel, bias: flat(take(1, outputs)) };
  });
  const [lowest] = layers as [Dense, ...Dense[]];
  const heads = take(members * below, 1);
  const headBiases = flat(take(1, members));
  if (scales === undefined)
    return { hidden: layers, first: lowest, heads: { kernel: heads, bias: headBiases } };
  const wide = members * hidden[0];
  return {
    scales,
    hidden: layers,
    first: {
      kernel: reshape(foldScales(scales, lowest.kernel), [inputs, wide]) as Tensor2D,
      bias: tile(lowest.bias, [members]),
    },
    heads: { kernel: mul(heads, whose), bias: headBiases },
  };
};
