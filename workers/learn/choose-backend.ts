import type { BackendChoice } from '#contracts/learn.ts';
import type { BackendName, BackendReceipt } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import type { Batch } from './batch.ts';
import {
  closeNetwork,
  type Network,
  openNetwork,
  predictBlock,
  settle,
  trainStep,
} from './network.ts';
import { initialParameters } from './parameters.ts';
import { startBackend } from './start-backend.ts';
import type { Turns } from './take-turns.ts';

/** Order of trial; with equal times the earlier one wins. */
const candidates: readonly BackendName[] = ['simd', 'webgl', 'wasm', 'cpu'];

/** How far a probability may be from cpu's after 20 steps from the same weights. */
export const allowedDifference: Readonly<Record<BackendName, number>> = {
  simd: 1e-5,
  webgl: 1e-3,
  wasm: 1e-5,
  cpu: 0,
};

const testSteps = 20;
const testWidth = 24;
const batchRows = 32;
const probeMs = 150;

/** A batch with a rule to find, the same everywhere. */
const seededBatch = (width: number, seed: number): Batch => {
  const random = seededRandom(seed);
  const inputs = Float32Array.from({ length: batchRows * width }, () => normalFrom(random));
  const labels = Float32Array.from({ length: batchRows }, (_, row) =>
    (inputs[row * width] ?? 0) + normalFrom(random) > 0 ? 1 : 0,
  );
  return { inputs, labels, shares: new Float32Array(batchRows).fill(1 / batchRows) };
};

const withNetwork = async <T>(width: number, use: (network: Network) => Promise<T>): Promise<T> => {
  const network = openNetwork(initialParameters(width, 1));
  try {
    return await use(network);
  } finally {
    closeNetwork(network);
  }
};

/** What the current backend says after 20 steps from seeded weights on seeded batches. */
export const runTestSteps = (turns?: Turns): Promise<Float32Array> =>
  withNetwork(testWidth, async (network) => {
    for (let at = 0; at < testSteps; at += 1) {
      trainStep(network, seededBatch(testWidth, at));
      // Building the programs of a graphics chip takes seconds: stay heard, and hear.
      if (turns?.due()) await turns.take();
    }
    return predictBlock(network, seededBatch(testWidth, testSteps).inputs, batchRows);
  });

/** Largest difference; infinite when one of the numbers is none. */
export const largestDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((largest, value, at) => {
    const difference = Math.abs(value - (b[at] ?? Number.NaN));
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(largest, difference);
  }, 0);

const passed = new Map<BackendName, boolean>();

const test = async (name: BackendName, turns: Turns): Promise<boolean> => {
  if (!(await startBackend(name))) return false;
  if (name === 'cpu') return true;
  const said = await runTestSteps(turns);
  await startBackend('cpu');
  const right = await runTestSteps(turns);
  return largestDifference(said, right) <= allowedDifference[name];
};

/** Whether a backend is there and computes what cpu does. Asked once per worker. */
const works = async (name: BackendName, turns: Turns): Promise<boolean> => {
  const known = passed.get(name) ?? (await test(name, turns));
  passed.set(name, known);
  return known && startBackend(name);
};

/** Milliseconds of the real training step on the current backend, shaders compiled. */
const timeStep = (width: number): Promise<number> =>
  withNetwork(width, async (network) => {
    const batch = seededBatch(width, 0);
    for (let at = 0; at < 3; at += 1) trainStep(network, batch);
    await settle(network);
    const startedAt = performance.now();
    let steps = 0;
    while (performance.now() - startedAt < probeMs) {
      for (let at = 0; at < 5; at += 1) trainStep(network, batch);
      steps += 5;
      await settle(network);
    }
    return (performance.now() - startedAt) / steps;
  });

const chooseFastest = async (width: number, turns: Turns): Promise<Result<BackendReceipt>> => {
  const stepMs: Partial<Record<BackendName, number | null>> = {};
  let best: { readonly name: BackendName; readonly ms: number } | undefined;
  for (const name of candidates) {
    if (await turns.take()) return refuse('cancelled');
    const ms = (await works(name, turns)) ? await timeStep(width) : null;
    stepMs[name] = ms === null ? null : Math.round(ms * 1000) / 1000;
    if (ms !== null && (best === undefined || ms < best.ms)) best = { name, ms };
  }
  if (best === undefined || !(await startBackend(best.name))) return refuse('backend-unavailable');
  const working = Object.values(stepMs).filter((ms) => ms !== null);
  return accept({ name: best.name, why: working.length > 1 ? 'fastest' : 'only', stepMs });
};

/**
 * Makes a backend the current one. `auto` takes the fastest at the real step (of `width` inputs) among
 * those that compute what cpu does; a named one is tested the same way and never replaced by another.
 * Refuses: backend-unavailable (fact: backend), cancelled.
 */
export const chooseBackend = async (
  choice: BackendChoice,
  width: number,
  turns: Turns,
): Promise<Result<BackendReceipt>> => {
  if (choice === 'auto') return chooseFastest(width, turns);
  return (await works(choice, turns))
    ? accept({ name: choice, why: 'asked' })
    : refuse('backend-unavailable', { backend: choice });
};
