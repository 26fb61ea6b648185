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

const pageBytes = 65_536;

const compile = (): WebAssembly.Module | undefined => {
  const bytes = Uint8Array.from(atob(kernelsBase64), (letter) => letter.charCodeAt(0));
  // Asked first: a browser without SIMD would throw at an instruction it does not know.
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
};

const compiled: { module?: WebAssembly.Module | undefined; isTried: boolean } = { isTried: false };

/** Whether this device can compute with the kernels. Three KiB: compiled at the first question. */
export const hasKernels = (): boolean => {
  if (!compiled.isTried) compiled.module = compile();
  compiled.isTried = true;
  return compiled.module !== undefined;
};

/**
 * The kernels over a memory of their own, filled with zeros; it goes when nobody holds them any more.
 * Throws where there are none (ask hasKernels) or not enough memory.
 */
export const openKernels = (
  bytes: number,
): { readonly kernels: Kernels; readonly buffer: ArrayBuffer } => {
  if (!hasKernels() || compiled.module === undefined) throw new Error('no SIMD on this device');
  const pages = Math.ceil(bytes / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(compiled.module, { env: { memory } });
  return { kernels: exports as unknown as Kernels, buffer: memory.buffer as ArrayBuffer };
};
