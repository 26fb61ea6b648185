import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { plainLoss, plainPrediction, plainSlope, plainStep } from './fixtures/plain-network.ts';
import { initialWeights } from './initial-weights.ts';
import type { NetworkShape } from './network-plan.ts';
import { readPacked } from './pack-network.ts';
import { predictSimdBlock } from './predict-block.ts';
import { openSimdNetwork, readSimdParameters, type SimdNetwork } from './simd-network.ts';
import { type TrainingRows, trainBatch } from './train-batch.ts';

/** Rows with a rule to find; `zeros` is the share of inputs that are zero, as choices leave many. */
const tableOf = (rows: number, inputs: number, seed: number, zeros = 0): TrainingRows => {
  const random = seededRandom(seed);
  const values = Float32Array.from({ length: rows * inputs }, () =>
    random() < zeros ? 0 : normalFrom(random),
  );
  const labels = Float32Array.from({ length: rows }, (_, row) =>
    (values[row * inputs] ?? 0) + normalFrom(random) > 0 ? 1 : 0,
  );
  return { values, labels };
};

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, at) => {
    const apart = Math.abs(value - (b[at] ?? Number.NaN));
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : Math.max(most, apart);
  }, 0);
};

/** The slope of the last step, packed. */
const slopeOf = ({ plan, floats }: SimdNetwork): Float32Array =>
  readPacked(plan, floats.subarray(plan.slopes / 4, (plan.slopes + plan.size) / 4));

/** Batches of 33 of 300 rows in a seeded order; the last one is ragged. */
const batchesOf = (rows: number): Uint32Array[] => {
  const random = seededRandom(8);
  const order = Uint32Array.from({ length: rows }, () => Math.floor(random() * rows));
  const batches: Uint32Array[] = [];
  for (let from = 0; from < rows; from += 33) batches.push(order.subarray(from, from + 33));
  return batches;
};

const shapes: readonly NetworkShape[] = [
  { inputs: 7, hidden: [64, 64], members: 1 },
  { inputs: 7, hidden: [64, 64], members: 3 },
  { inputs: 1, hidden: [4], members: 2 },
  { inputs: 13, hidden: [12, 20, 7], members: 1 },
  { inputs: 61, hidden: [30, 10], members: 8 },
];

const fullAndSparse = shapes.flatMap((shape) => [0, 0.8].map((zeros) => ({ shape, zeros })));

test.each(fullAndSparse)(
  '[S1] after 20 steps %j says and weighs what plain arithmetic does',
  ({ shape, zeros }) => {
    const table = tableOf(300, shape.inputs, 1, zeros);
    const start = initialWeights(shape, 2);
    const network = openSimdNetwork(shape, start);
    const parameters = Float64Array.from(start);
    const [first, second] = [new Float64Array(start.length), new Float64Array(start.length)];
    const state = { steps: 0, first, second };
    const batches = batchesOf(300);
    for (let step = 0; step < 20; step += 1) {
      const rows = batches[step % batches.length] ?? new Uint32Array();
      const rate = { rate: 1e-3 * (1 - step / 40), decay: step % 2 === 0 ? 0 : 0.02 };
      const expected = plainLoss(shape, parameters, table, [...rows]);
      const slope = plainSlope(shape, parameters, table, [...rows]);
      plainStep(shape, parameters, slope, state, rate);
      expect(Math.abs(trainBatch(network, table, rows, rate) - expected)).toBeLessThan(1e-5);
    }
    expect(furthest(readSimdParameters(network) ?? [], parameters)).toBeLessThan(1e-5);
    const said = predictSimdBlock(network, table.values);
    const right = Array.from(said, (_, row) => plainPrediction(shape, parameters, table, row));
    expect(furthest(said, right)).toBeLessThan(1e-5);
  },
);

test.each(fullAndSparse)(
  '[S1] the slope of %j is what a small nudge does to the loss',
  ({ shape, zeros }) => {
    const table = tableOf(150, shape.inputs, 4, zeros);
    // Away from biases of zero: a relu has no slope at the kink that a row of zeros would sit on.
    const off = seededRandom(9);
    const start = initialWeights(shape, 5).map((value) => value + 0.1 * normalFrom(off));
    const network = openSimdNetwork(shape, start);
    const rows = Uint32Array.from({ length: 67 }, (_, row) => row);
    trainBatch(network, table, rows, { rate: 0 });
    const slope = slopeOf(network);
    const random = seededRandom(6);
    for (let probe = 0; probe < 25; probe += 1) {
      const at = Math.floor(random() * start.length);
      const lossAt = (nudge: number) => {
        const there = Float64Array.from(start);
        there[at] = (there[at] ?? 0) + nudge;
        return plainLoss(shape, there, table, [...rows]);
      };
      const measured = (lossAt(1e-6) - lossAt(-1e-6)) / 2e-6;
      expect(Math.abs((slope[at] ?? 0) - measured), `parameter ${at}`).toBeLessThan(1e-5);
    }
  },
);

const wide = { inputs: 9, hidden: [64, 64], members: 3 } as const;

/** Losses of 30 steps with a fifth of the hidden outputs dropped. */
const runDropping = (seed: number, rate: number) => {
  const table = tableOf(200, wide.inputs, 3);
  const network = openSimdNetwork(wide, initialWeights(wide, 1), { dropout: 0.2, seed });
  const rows = Uint32Array.from({ length: 200 }, (_, row) => row);
  const losses = Array.from({ length: 30 }, () => trainBatch(network, table, rows, { rate }));
  return { losses, network, table };
};

test('[S2] what is dropped follows from the seed, and only from it', () => {
  const { losses } = runDropping(7, 1e-3);
  expect(runDropping(7, 1e-3).losses).toEqual(losses);
  expect(runDropping(8, 1e-3).losses).not.toEqual(losses);
});

test('dropping is at random and fair: the losses of a resting network vary about the true one', () => {
  const { losses, network, table } = runDropping(7, 0);
  const rows = Array.from({ length: 200 }, (_, row) => row);
  const weights = Float64Array.from(readSimdParameters(network) ?? []);
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  expect(new Set(losses).size).toBe(losses.length);
  expect(Math.abs(mean - plainLoss(wide, weights, table, rows))).toBeLessThan(0.02);
});

test('a fifth of the hidden outputs falls, and the others grow so that the mean stays', () => {
  const shape: NetworkShape = { inputs: 4, hidden: [64], members: 1 };
  // Kernel zero, bias one, head zero: every hidden output is one.
  const ones = new Float32Array(4 * 64 + 64 + 64 + 1).fill(1, 4 * 64, 4 * 64 + 64);
  const network = openSimdNetwork(shape, ones, { dropout: 0.2, seed: 5 });
  const rows = Uint32Array.from({ length: 64 }, (_, row) => row);
  trainBatch(network, tableOf(64, 4, 1), rows, { rate: 0 });
  const { said } = network.plan.last;
  const outputs = network.floats.subarray(said / 4, said / 4 + 64 * 64);
  const fallen = outputs.filter((output) => output === 0).length / outputs.length;
  expect(Math.abs(fallen - 0.2)).toBeLessThan(0.02);
  expect(new Set(outputs)).toEqual(new Set([0, 1.25]));
});

test('[S2] leaving zeros out of the products changes no number', () => {
  const shape: NetworkShape = { inputs: 40, hidden: [64, 20], members: 2 };
  const rows = Uint32Array.from({ length: 64 }, (_, row) => row);
  const run = (table: TrainingRows) => {
    const network = openSimdNetwork(shape, initialWeights(shape, 3));
    for (let step = 0; step < 5; step += 1) trainBatch(network, table, rows, { rate: 1e-3 });
    return readSimdParameters(network);
  };
  const sparse = tableOf(64, 40, 2, 0.7);
  // So small that it adds nothing to any sum, and not zero: nothing is left out.
  const full = { ...sparse, values: sparse.values.map((value) => value || 1e-40) };
  expect(run(full)).toEqual(run(sparse));
});

test('training finds what no straight line can', () => {
  const shape: NetworkShape = { inputs: 4, hidden: [64, 64], members: 4 };
  const { values } = tableOf(2000, 4, 1);
  const labels = Float32Array.from({ length: 2000 }, (_, row) =>
    (values[row * 4] ?? 0) * (values[row * 4 + 1] ?? 0) > 0 ? 1 : 0,
  );
  const network = openSimdNetwork(shape, initialWeights(shape, 0), { dropout: 0.1, seed: 0 });
  const rows = Uint32Array.from({ length: 1500 }, (_, row) => row);
  for (let epoch = 0; epoch < 15; epoch += 1)
    for (let from = 0; from < rows.length; from += 32)
      trainBatch(network, { values, labels }, rows.subarray(from, from + 32), {
        rate: 3e-3,
        decay: 0.02,
      });
  const said = predictSimdBlock(network, values.subarray(1500 * 4));
  const right = said.filter((value, at) => value > 0.5 === (labels[1500 + at] === 1));
  expect(right.length / said.length).toBeGreaterThan(0.93);
});

test('[S3] numbers that run away are told: the loss is none, and there are no parameters to read', () => {
  const shape: NetworkShape = { inputs: 3, hidden: [8], members: 1 };
  const network = openSimdNetwork(shape, initialWeights(shape, 0));
  const table = tableOf(10, 3, 1);
  table.values[4] = Number.NaN;
  const rows = Uint32Array.from({ length: 10 }, (_, row) => row);
  expect(trainBatch(network, table, rows, { rate: 1e-3 })).toBeNaN();
  expect(readSimdParameters(network)).toBeUndefined();
});

test('parameters come back as they were given, and others are refused', () => {
  for (const shape of shapes) {
    const start = initialWeights(shape, 9);
    expect(readSimdParameters(openSimdNetwork(shape, start))).toEqual(start);
    expect(() => openSimdNetwork(shape, start.subarray(1))).toThrow('another shape');
  }
});

test('[S5] the memories of networks are freed by forgetting them: 120 are never all there', async () => {
  const shape: NetworkShape = { inputs: 400, hidden: [64, 64], members: 8 };
  const start = initialWeights(shape, 0);
  const memories: WeakRef<ArrayBuffer>[] = [];
  for (let opened = 0; opened < 120; opened += 1) {
    memories.push(new WeakRef(openSimdNetwork(shape, start).floats.buffer));
    // What a WeakRef was made of lives to the end of the task.
    if (opened % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const there = memories.filter((memory) => memory.deref() !== undefined);
  expect(there.length).toBeLessThan(80);
});
