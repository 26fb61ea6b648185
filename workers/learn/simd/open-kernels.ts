import { loadKernels } from '#workers/kernels/load-kernels.ts';
import { kernelsBase64 } from './kernels.wasm?bytes';

type Kernel = (...numbers: readonly number[]) => number;

/** The functions of assembly/ over one memory: addresses, strides and counts in, numbers in memory out. */
export type Kernels = {
  readonly multiply: Kernel;
  readonly multiplyListed: Kernel;
  readonly listEntries: Kernel;
  readonly transpose: Kernel;
  readonly scaleRows: Kernel;
  readonly foldRows: Kernel;
  readonly dropOut: Kernel;
  readonly passErrors: Kernel;
  readonly addColumns: Kernel;
  readonly addProbabilities: Kernel;
  readonly measureRows: Kernel;
  readonly returnErrors: Kernel;
  readonly adam: Kernel;
};

/** Whether this device can compute with the kernels, and an instance with a memory of its own. */
export const { hasKernels, openKernels } = loadKernels<Kernels>(kernelsBase64);
