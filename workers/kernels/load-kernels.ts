const pageBytes = 65_536;

const compile = (base64: string): WebAssembly.Module | undefined => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  // Asked first: a browser without SIMD would throw at an instruction it does not know.
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
};

/** Compiled kernels of one folder, ready to be laid over memories. */
export type KernelLoader<Kernels> = {
  /** Whether this device can compute with them. A few KiB: compiled at the first question. */
  readonly hasKernels: () => boolean;
  /**
   * The kernels over a memory of their own, filled with zeros; it goes when nobody holds them any more.
   * Throws where there are none (ask hasKernels) or not enough memory.
   */
  readonly openKernels: (bytes: number) => {
    readonly kernels: Kernels;
    readonly buffer: ArrayBuffer;
  };
};

/** Loads kernels from the text that vite.config.ts makes of them. `Kernels` names what they export. */
export const loadKernels = <Kernels>(base64: string): KernelLoader<Kernels> => {
  const compiled: { module?: WebAssembly.Module | undefined; isTried: boolean } = {
    isTried: false,
  };
  const moduleOnce = (): WebAssembly.Module | undefined => {
    if (!compiled.isTried) compiled.module = compile(base64);
    compiled.isTried = true;
    return compiled.module;
  };
  return {
    hasKernels: () => moduleOnce() !== undefined,
    openKernels: (bytes) => {
      const module = moduleOnce();
      if (module === undefined) throw new Error('no SIMD on this device');
      const pages = Math.ceil(bytes / pageBytes);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      return { kernels: exports as unknown as Kernels, buffer: memory.buffer as ArrayBuffer };
    },
  };
};
