export function listKernelSources(folder: string): readonly string[];
export function buildKernels(folder: string): Buffer;
