import type { BackendName } from '#core/predictions/model-version.ts';
import { openNetwork } from './network.ts';
import { initialWeights } from './simd/initial-weights.ts';
import type { NetworkShape } from './simd/network-plan.ts';
import { startBackend } from './start-backend.ts';
import type { Turns } from './take-turns.ts';
import { isGraphicsLost } from './tensors/read-back.ts';
import { seededRows } from './training-step.ts';

/** How far a probability may be from cpu's after 20 steps from the same weights. */
export const allowedDifference: Readonly<Record<BackendName, number>> = {
  simd: 1e-5,
  webgl: 1e-3,
  wasm: 1e-5,
  cpu: 0,
};

const testSteps = 20;
const testWidth = 24;

/** As the two networks are trained: of one member plainly, of several with decay and dropping. */
const settingsOf = (members: number) =>
  members === 1
    ? { batchRows: 32, rate: { rate: 1e-3 }, dropout: 0 }
    : { batchRows: 16, rate: { rate: 3e-3, decay: 0.02 }, dropout: 0.1 };

/** What the current backend says after 20 steps from seeded weights on seeded batches. */
export const runTestSteps = async (members: number, turns?: Turns): Promise<Float32Array> => {
  const shape: NetworkShape = { inputs: testWidth, hidden: [64, 64], members };
  const { batchRows, rate, dropout } = settingsOf(members);
  const rows = Uint32Array.from({ length: batchRows }, (_, row) => row);
  const network = openNetwork(shape, initialWeights(shape, 1), { batchRows, dropout, seed: 1 });
  try {
    for (let at = 0; at < testSteps; at += 1) {
      network.trainBatch(seededRows(batchRows, testWidth, at), rows, rate);
      // Building the programs of a graphics chip takes seconds: stay heard, and hear.
      if (turns?.due()) await turns.take();
    }
    return await network.predictBlock(seededRows(batchRows, testWidth, testSteps).values);
  } finally {
    network.close();
  }
};

/** Largest difference; infinite when one of the numbers is none. */
export const largestDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((largest, value, at) => {
    const difference = Math.abs(value - (b[at] ?? Number.NaN));
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(largest, difference);
  }, 0);

const saidByCpu = new Map<number, Float32Array>();
const passed = new Map<string, boolean>();

const rightOf = async (members: number, turns: Turns): Promise<Float32Array> => {
  const known = saidByCpu.get(members);
  if (known !== undefined) return known;
  await startBackend('cpu');
  const said = await runTestSteps(members, turns);
  saidByCpu.set(members, said);
  return said;
};

const test = async (name: BackendName, members: number, turns: Turns): Promise<boolean> => {
  if (!(await startBackend(name))) return false;
  if (name === 'cpu') return true;
  const said = await runTestSteps(members, turns);
  const right = await rightOf(members, turns);
  return largestDifference(said, right) <= allowedDifference[name];
};

/**
 * Whether a backend is there and computes a network of so many members as cpu does; it is the current one
 * then. Asked once per worker.
 */
export const passesTest = async (
  name: BackendName,
  members: number,
  turns: Turns,
): Promise<boolean> => {
  const key = `${name} ${members}`;
  const known = passed.get(key) ?? (await test(name, members, turns));
  passed.set(key, known);
  if (!known || !(await startBackend(name))) return false;
  return name !== 'webgl' || !isGraphicsLost();
};
