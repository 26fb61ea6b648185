import { loadKernels } from '#workers/kernels/load-kernels.ts';
import { kernelsBase64 } from './kernels.wasm?bytes';

type Kernel = (...numbers: readonly number[]) => number;

/** The functions of assembly/ over one memory: addresses and counts in, numbers in memory out. */
export type Kernels = {
  readonly packRows: Kernel;
  readonly listRows: Kernel;
  readonly moveRows: Kernel;
};

/** Whether this device can compute with the kernels, and an instance with a memory of its own. */
export const { hasKernels, openKernels } = loadKernels<Kernels>(kernelsBase64);
