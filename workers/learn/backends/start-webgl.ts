import '@tensorflow/tfjs-backend-webgl';
import { backend, env, setBackend } from '@tensorflow/tfjs-core';

/** The graphics processor, where a worker may use it (Safari's may not). */
export const start = async (): Promise<boolean> => {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  // Asked first, because TensorFlow.js would say so on the console.
  if (context === null) return false;
  context.getExtension('WEBGL_lose_context')?.loseContext();
  if (!(await setBackend('webgl'))) return false;
  // 4.22 says 16 bits although it renders 32: epsilon would be 1e-4 and results drift by 3e-2.
  if (env().getBool('WEBGL_RENDER_FLOAT32_ENABLED'))
    Object.assign(backend(), { floatPrecisionValue: 32 });
  return true;
};
