import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';

/** Plain JavaScript: works everywhere, and is what the others are checked against. */
export const start = (): Promise<boolean> => setBackend('cpu');
