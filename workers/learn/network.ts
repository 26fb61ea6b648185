import type { Batch } from './batch.ts';
import type { Parameters } from './parameters.ts';
import {
  openSimdReference,
  predictBySimd,
  readSimd,
  type SimdReference,
  settleSimd,
  stepSimd,
} from './simd-reference.ts';
import { isOnSimd } from './start-backend.ts';
import {
  closeTensors,
  openTensors,
  predictByTensors,
  readTensors,
  settleTensors,
  stepTensors,
  type TensorNetwork,
} from './tensor-network.ts';

/** The reference network on one of the backends. */
export type Network = TensorNetwork | SimdReference;

/** Puts a network on the current backend. The caller closes it. */
export const openNetwork = (parameters: Parameters): Network =>
  isOnSimd() ? openSimdReference(parameters) : openTensors(parameters);

/** Frees everything a network holds on its backend. */
export const closeNetwork = (network: Network): void => {
  if (!('simd' in network)) closeTensors(network);
};

/** One step of training on one batch. Leaves nothing behind on the backend. */
export const trainStep = (network: Network, batch: Batch): void =>
  'simd' in network ? stepSimd(network, batch) : stepTensors(network, batch);

/** Probabilities of a block of rows, read back from the backend. */
export const predictBlock = async (
  network: Network,
  inputs: Float32Array,
  rows: number,
): Promise<Float32Array> =>
  'simd' in network ? predictBySimd(network, inputs) : predictByTensors(network, inputs, rows);

/** Waits until the backend has done what it was given; false when the numbers ran away. */
export const settle = async (network: Network): Promise<boolean> =>
  'simd' in network ? settleSimd(network) : settleTensors(network);

/** The parameters, read back; undefined when one of them is no finite number. */
export const readParameters = async (network: Network): Promise<Parameters | undefined> =>
  'simd' in network ? readSimd(network) : readTensors(network);
