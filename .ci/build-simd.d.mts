export function listKernelSources(): readonly string[];
export function buildKernels(): Buffer;
