import type { Plugin } from 'vite';

export function usedKernels(): Plugin;
