import type { NetworkShape } from './simd/network-plan.ts';
import type { StepRate, TrainingRows } from './simd/train-batch.ts';
import { openOnSimd } from './simd-engine.ts';
import { isOnSimd } from './start-backend.ts';
import { openOnTensors } from './tensors/tensor-network.ts';

export type NetworkOptions = {
  /** The most rows a step is given. */
  readonly batchRows: number;
  /** Share of hidden outputs dropped in training, drawn by `seed`; the same ones on every backend. */
  readonly dropout?: number;
  readonly seed?: number;
  /** Whether `settle` adds up losses. Without, it only tells numbers that ran away. */
  readonly losses?: boolean;
};

/** A network on one of the backends, of one member (the reference) or several. */
export type Network = {
  /**
   * One step of training on these rows of a table (simd/train-batch.ts says which), at most as many as it
   * was opened for. Leaves nothing behind on the backend but the changed parameters.
   */
  readonly trainBatch: (table: TrainingRows, rows: Uint32Array, rate: StepRate) => void;
  /**
   * Waits until the backend has done what it was given. The losses of all rows trained on since it was
   * last asked, added up; no finite number when the numbers ran away.
   */
  readonly settle: () => Promise<number>;
  /** Probabilities of a block of rows, read back from the backend. */
  readonly predictBlock: (values: Float32Array) => Promise<Float32Array>;
  /** The packed parameters (simd/pack-network.ts), read back; undefined when one is no finite number. */
  readonly readParameters: () => Promise<Float32Array<ArrayBuffer> | undefined>;
  /** Frees everything it holds on its backend. */
  readonly close: () => void;
};

/** Puts a network with these packed parameters on the current backend. The caller closes it. */
export const openNetwork = (
  shape: NetworkShape,
  parameters: Float32Array,
  options: NetworkOptions,
): Network => (isOnSimd() ? openOnSimd : openOnTensors)(shape, parameters, options);
