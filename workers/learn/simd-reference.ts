import { type Batch, learningRate } from './batch.ts';
import {
  type Layer,
  layersOf,
  type Parameters,
  packParameters,
  unpackParameters,
} from './parameters.ts';
import { predictSimdBlock } from './simd/predict-block.ts';
import { openSimdNetwork, readSimdParameters, type SimdNetwork } from './simd/simd-network.ts';
import { trainBatch } from './simd/train-batch.ts';

/** The reference network on our own kernels: one member, no dropping. */
export type SimdReference = {
  readonly simd: SimdNetwork;
  readonly layers: readonly Layer[];
  readonly latest: { loss: number };
};

/** Opens it with parameters of the reference network, whatever the sizes of its layers. */
export const openSimdReference = (parameters: Parameters): SimdReference => {
  const inputs = parameters[0]?.shape[0] ?? 0;
  const layers = layersOf(inputs);
  const [lowest = 0, ...above] = layers.slice(0, -1).map(({ outputs }) => outputs);
  const shape = { inputs, hidden: [lowest, ...above], members: 1 } as const;
  const simd = openSimdNetwork(shape, packParameters(parameters));
  return { simd, layers, latest: { loss: 0 } };
};

/** One step of training on the rows of a batch that count. */
export const stepSimd = ({ simd, latest }: SimdReference, batch: Batch): void => {
  const { inputs, labels, shares } = batch;
  const counted = shares.findLastIndex((share) => share > 0) + 1;
  const rows = Uint32Array.from({ length: counted }, (_, row) => row);
  latest.loss = trainBatch(simd, { values: inputs, labels }, rows, { rate: learningRate });
};

/** Probabilities of a block of rows. */
export const predictBySimd = ({ simd }: SimdReference, inputs: Float32Array): Float32Array =>
  predictSimdBlock(simd, inputs);

/** False when the numbers ran away. There is nothing to wait for. */
export const settleSimd = ({ latest }: SimdReference): boolean => Number.isFinite(latest.loss);

/** The parameters as they are now; undefined when one of them is no finite number. */
export const readSimd = ({ simd, layers }: SimdReference): Parameters | undefined => {
  const packed = readSimdParameters(simd);
  return packed && unpackParameters(layers, packed);
};
