import { hasKernels } from '#workers/learn/simd/open-kernels.ts';

/** Our own kernels in WebAssembly SIMD: everywhere but in browsers from before 2023. */
export const start = async (): Promise<boolean> => hasKernels();
