import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '#core/predictions/model-version.ts';

/** One chunk per backend: nobody downloads or parses what is not used. */
const loaders: Readonly<Record<BackendName, () => Promise<{ start: () => Promise<boolean> }>>> = {
  simd: () => import('./backends/start-simd.ts'),
  webgl: () => import('./backends/start-webgl.ts'),
  wasm: () => import('./backends/start-wasm.ts'),
  cpu: () => import('./backends/start-cpu.ts'),
};

const current: { name?: BackendName } = {};

/** Whether the current backend is our own, not one of TensorFlow.js. */
export const isOnSimd = (): boolean => current.name === 'simd';

const started = new Map<BackendName, Promise<boolean>>();

const load = async (name: BackendName): Promise<boolean> => {
  try {
    return await (await loaders[name]()).start();
  } catch {
    // No WebGL, no WebAssembly, no memory for either: TensorFlow.js throws by design.
    return false;
  }
};

/** Makes a backend the current one; false when it does not work on this device. */
export const startBackend = async (name: BackendName): Promise<boolean> => {
  const known = started.get(name) ?? load(name);
  started.set(name, known);
  if (!(await known)) return false;
  current.name = name;
  return name === 'simd' || getBackend() === name || setBackend(name);
};
