import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env, setBackend } from '@tensorflow/tfjs-core';

/** A URL of the bundle is relative to the module, and a worker started from a blob has no place. */
const absolute = (url: string): string => new URL(url, import.meta.url).href;

/** WebAssembly with SIMD where there is some; always one thread. */
export const start = async (): Promise<boolean> => {
  // The threaded build starts workers of its own, which our policy forbids: it would wait for ever.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': absolute(plainUrl),
    'tfjs-backend-wasm-simd.wasm': absolute(simdUrl),
    // Must be named, is never fetched.
    'tfjs-backend-wasm-threaded-simd.wasm': absolute(simdUrl),
  });
  return setBackend('wasm');
};
