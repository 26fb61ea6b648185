import {
  add,
  mul,
  sigmoid,
  slice1d,
  softplus,
  sub,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor2d,
  tidy,
  type Variable,
  variable,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Network, NetworkOptions } from '#workers/learn/network.ts';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import { countParameters } from '#workers/learn/simd/pack-network.ts';
import { type Adam, closeAdam, openAdam, stepAdam } from './adam.ts';
import { closeConstants, openConstants } from './constants.ts';
import { openMasks } from './draw-masks.ts';
import { openBatch } from './fill-batch.ts';
import { predictRowsOf } from './predict-tensors.ts';
import { readBack } from './read-back.ts';
import { runBackward } from './run-backward.ts';
import { runForward } from './run-forward.ts';
import { unpackParameters } from './unpack-parameters.ts';

/** Binary cross-entropy by the logits, without a logarithm of nothing. */
const crossEntropy = (logits: Tensor2D, labels: Tensor2D): Tensor =>
  sub(softplus(logits), mul(labels, logits));

/** The sum of what was added up so far, which begins anew; waits for the backend. */
const readSum = async (sums: Variable): Promise<number> => {
  const values = await readBack(sums);
  tidy(() => sums.assign(zeros(sums.shape)));
  return values.reduce((sum, value) => sum + value, 0);
};

/** Not finite when the parameters are no numbers any more: any slope without a number spoils the last one. */
const readLast = async ({ parameters }: Adam): Promise<number> => {
  const last = tidy(() => slice1d(parameters as unknown as Tensor1D, parameters.size - 1, 1));
  const [value = Number.NaN] = await readBack(last);
  last.dispose();
  return value;
};

/** A network on the backend of TensorFlow.js that is current. All members are one wide product. */
export const openOnTensors = (
  shape: NetworkShape,
  packed: Float32Array,
  { batchRows, dropout = 0, seed = 0, losses = false }: NetworkOptions,
): Network => {
  if (packed.length !== countParameters(shape)) throw new Error('parameters of another shape');
  const { members, hidden } = shape;
  const adam = openAdam(shape, packed);
  const constants = openConstants(shape, batchRows);
  const sums = losses ? tidy(() => variable(zeros([batchRows, members]))) : undefined;
  const batch = openBatch(shape, batchRows);
  const drawMasks = dropout > 0 ? openMasks(shape, { dropout, seed, batchRows }) : () => [];
  const unpack = () =>
    unpackParameters(shape, adam.parameters as unknown as Tensor1D, constants.whose);
  return {
    trainBatch: (table, rows, rate) =>
      tidy(() => {
        const { inputs, labels, shares } = batch.fill(table, rows);
        const masks = drawMasks(rows.length).map((mask, at) =>
          tensor2d(mask, [batchRows * members, hidden[at] ?? 1]),
        );
        const unpacked = unpack();
        const said = runForward(shape, unpacked, inputs, masks);
        const error = mul(sub(sigmoid(said.logits), labels), shares) as Tensor2D;
        const kept = dropout > 0 ? 1 / (1 - dropout) : 1;
        const slope = runBackward(shape, unpacked, { inputs, said, error, constants, kept });
        const entropy = sums && crossEntropy(said.logits, labels);
        if (sums && entropy) sums.assign(add(sums, mul(entropy, mul(shares, rows.length))));
        stepAdam(adam, slope, rate);
      }),
    settle: async () => (sums === undefined ? readLast(adam) : readSum(sums)),
    predictBlock: (values) =>
      predictRowsOf(shape, values, (inputs) => runForward(shape, unpack(), inputs).logits),
    readParameters: async () => {
      const values = await readBack(adam.parameters);
      return values.every(Number.isFinite) ? Float32Array.from(values) : undefined;
    },
    close: () => {
      closeAdam(adam);
      closeConstants(constants);
      sums?.dispose();
    },
  };
};
