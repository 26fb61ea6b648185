import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { openNetwork } from '#workers/learn/network.ts';
import {
  plainLoss,
  plainPrediction,
  plainSlope,
  plainStep,
} from '#workers/learn/simd/fixtures/plain-network.ts';
import { initialWeights } from '#workers/learn/simd/initial-weights.ts';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import { startBackend } from '#workers/learn/start-backend.ts';
import { seededRows } from '#workers/learn/training-step.ts';

beforeAll(async () => {
  expect(await startBackend('cpu')).toBe(true);
});

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, at) => {
    const apart = Math.abs(value - (b[at] ?? Number.NaN));
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : Math.max(most, apart);
  }, 0);
};

/** Rows of steps: full batches of 17, and a ragged one of 11. */
const rowsOf = (step: number): Uint32Array =>
  Uint32Array.from({ length: step % 4 === 3 ? 11 : 17 }, (_, at) => (step * 17 + at * 7) % 60);

const shapes: readonly NetworkShape[] = [
  { inputs: 7, hidden: [20, 16], members: 3 },
  { inputs: 1, hidden: [4], members: 2 },
  { inputs: 13, hidden: [12, 20, 7], members: 1 },
  { inputs: 21, hidden: [10], members: 8 },
];

test.each(shapes)(
  '[S1] on cpu after 20 steps %j says and weighs what plain arithmetic does',
  async (shape) => {
    const table = seededRows(60, shape.inputs, 1);
    const start = initialWeights(shape, 2);
    const network = openNetwork(shape, start, { batchRows: 17, losses: true });
    const parameters = Float64Array.from(start);
    const [first, second] = [new Float64Array(start.length), new Float64Array(start.length)];
    const state = { steps: 0, first, second };
    for (let step = 0; step < 20; step += 1) {
      const rows = rowsOf(step);
      const rate = { rate: 1e-3 * (1 - step / 40), decay: step % 2 === 0 ? 0 : 0.02 };
      const expected = plainLoss(shape, parameters, table, [...rows]);
      const slope = plainSlope(shape, parameters, table, [...rows]);
      plainStep(shape, parameters, slope, state, rate);
      network.trainBatch(table, rows, rate);
      expect(Math.abs((await network.settle()) / rows.length - expected)).toBeLessThan(1e-5);
    }
    expect(furthest((await network.readParameters()) ?? [], parameters)).toBeLessThan(1e-5);
    const said = await network.predictBlock(table.values);
    const right = Array.from(said, (_, row) => plainPrediction(shape, parameters, table, row));
    expect(furthest(said, right)).toBeLessThan(1e-5);
    network.close();
  },
);

const wide: NetworkShape = { inputs: 9, hidden: [24, 10], members: 3 };
const every = Uint32Array.from({ length: 150 }, (_, row) => row);

/** The losses of six batches of 150 rows, two of them ragged, with a fifth of the hidden outputs dropped. */
const lossesOn = async (backend: 'cpu' | 'simd', seed: number) => {
  await startBackend(backend);
  const table = seededRows(150, wide.inputs, 3);
  const options = { batchRows: 150, dropout: 0.2, seed, losses: true };
  const network = openNetwork(wide, initialWeights(wide, 1), options);
  const losses: number[] = [];
  for (let step = 0; step < 6; step += 1) {
    const rows = every.subarray(0, step % 3 === 2 ? 77 : 150);
    network.trainBatch(table, rows, { rate: 1e-3 });
    losses.push((await network.settle()) / rows.length);
  }
  network.close();
  await startBackend('cpu');
  return losses;
};

test('what is dropped follows from the seed alone: the same outputs fall as on our own kernels', async () => {
  const losses = await lossesOn('cpu', 7);
  expect(await lossesOn('cpu', 7)).toEqual(losses);
  expect(furthest(await lossesOn('cpu', 8), losses)).toBeGreaterThan(1e-3);
  expect(furthest(await lossesOn('simd', 7), losses)).toBeLessThan(1e-5);
});

test('[T5] twenty networks leave no tensor and no byte behind, whatever they were used for', async () => {
  const before = memory();
  const table = seededRows(150, wide.inputs, 3);
  const options = { batchRows: 150, dropout: 0.2, seed: 0, losses: true };
  for (let time = 0; time < 20; time += 1) {
    const network = openNetwork(wide, initialWeights(wide, 1), options);
    const open = memory().numTensors;
    network.trainBatch(table, every, { rate: 1e-3 });
    network.trainBatch(table, every.subarray(3), { rate: 1e-3, decay: 0.1 });
    await network.settle();
    await network.predictBlock(table.values);
    await network.readParameters();
    expect(memory().numTensors).toBe(open);
    network.close();
  }
  expect(memory().numTensors).toBe(before.numTensors);
  expect(memory().numBytes).toBe(before.numBytes);
});

test('[S3] numbers that run away are told: the losses are none, and there are no parameters to read', async () => {
  const table = seededRows(10, 9, 1);
  table.values[4] = Number.NaN;
  for (const losses of [true, false]) {
    const network = openNetwork(wide, initialWeights(wide, 0), { batchRows: 10, losses });
    network.trainBatch(table, every.subarray(0, 10), { rate: 1e-3 });
    expect(await network.settle()).toBeNaN();
    expect(await network.readParameters()).toBeUndefined();
    network.close();
  }
});

test('parameters come back as they were given, and others are refused', async () => {
  for (const shape of shapes) {
    const start = initialWeights(shape, 9);
    const network = openNetwork(shape, start, { batchRows: 1 });
    expect(await network.readParameters()).toEqual(start);
    network.close();
    expect(() => openNetwork(shape, start.subarray(1), { batchRows: 1 })).toThrow('another shape');
  }
});
