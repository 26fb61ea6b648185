import { memory } from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { fitNetwork, type Sample } from './fit-network.ts';
import { openNetwork } from './network.ts';
import { initialParameters, packParameters, referenceShape } from './parameters.ts';
import { allowedDifference, largestDifference, runTestSteps } from './self-test.ts';
import { startBackend } from './start-backend.ts';
import { takeTurns } from './take-turns.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

const watchOf = (signal = new AbortController().signal) => ({
  turns: takeTurns({ signal, beat: () => undefined }),
  onFraction: () => undefined,
  onEpoch: () => undefined,
});

const sampleOf = (rows: number, width: number, seed: number): Sample => {
  const random = seededRandom(seed);
  const values = Float32Array.from({ length: rows * width }, () => normalFrom(random));
  const labels = Float32Array.from({ length: rows }, (_, row) =>
    // Only the product of two inputs decides: a line finds nothing here.
    (values[row * width] ?? 0) * (values[row * width + 1] ?? 0) > 0 ? 1 : 0,
  );
  return { matrix: { rows, width, values }, labels };
};

/** The loss by the book, in plain arithmetic. */
const lossByHand = (packed: readonly number[], width: number, x: readonly number[], y: number) => {
  let offset = 0;
  let layer = [...x];
  for (const [at, outputs] of [64, 64, 1].entries()) {
    const inputs = at === 0 ? width : 64;
    const next = Array.from({ length: outputs }, (_, out) => {
      let sum = packed[offset + inputs * outputs + out] ?? 0;
      for (let input = 0; input < inputs; input += 1)
        sum += (layer[input] ?? 0) * (packed[offset + input * outputs + out] ?? 0);
      return at < 2 ? Math.max(0, sum) : sum;
    });
    offset += inputs * outputs + outputs;
    layer = next;
  }
  const said = 1 / (1 + Math.exp(-(layer[0] ?? 0)));
  return -(y * Math.log(said) + (1 - y) * Math.log(1 - said));
};

const everywhere = ['cpu', 'simd'] as const;

test.each(everywhere)(
  'on %s the first step goes against the slope of the loss, each parameter by the learning rate',
  async (backend) => {
    expect(await startBackend(backend)).toBe(true);
    const width = 3;
    const x = [0.5, -1.2, 2];
    const before = [...packParameters(initialParameters(width, 5))];
    // Opened for two rows and given one: the other is padding.
    const network = openNetwork(referenceShape(width), Float32Array.from(before), { batchRows: 2 });
    const table = { values: Float32Array.from([9, 9, 9, ...x]), labels: Float32Array.from([0, 1]) };
    network.trainBatch(table, Uint32Array.of(1), { rate: 1e-3 });
    const after = await network.readParameters();
    network.close();
    const moved = [...(after ?? [])].map((value, at) => value - (before[at] ?? 0));
    for (const at of [0, 70, 200, 256, 300, 4000, 4416, 4480]) {
      const slope = (nudge: number) => {
        const there = before.slice();
        there[at] = (there[at] ?? 0) + nudge;
        return lossByHand(there, width, x, 1);
      };
      const gradient = (slope(1e-4) - slope(-1e-4)) / 2e-4;
      // Adam's first step is the learning rate, whatever the size of the slope.
      const expected = Math.abs(gradient) < 1e-6 ? 0 : -Math.sign(gradient) * 1e-3;
      expect(Math.abs((moved[at] ?? 0) - expected), `parameter ${at}`).toBeLessThan(2e-5);
    }
  },
);

test.each(everywhere)('on %s the network finds what no straight line can', async (backend) => {
  await startBackend(backend);
  const train = sampleOf(2000, 4, 1);
  const fit = await fitNetwork(
    { train, validation: sampleOf(500, 4, 2), epochs: 10, seed: 0 },
    watchOf(),
  );
  if (!fit.ok) throw new Error(fit.refusal.code);
  expect(fit.value.history).toHaveLength(10);
  expect(fit.value.history.at(-1)?.validationLoss).toBeLessThan(0.35);
});

test.each(everywhere)(
  '[T1] on %s the same seed gives the same weights, another seed others',
  async (backend) => {
    await startBackend(backend);
    const weights = async (seed: number) => {
      const fitted = await fitNetwork({ train: sampleOf(100, 3, 1), epochs: 2, seed }, watchOf());
      return fitted.ok ? [...(fitted.value.parameters[0]?.values ?? [])] : [];
    };
    expect(await weights(1)).toEqual(await weights(1));
    expect(await weights(1)).not.toEqual(await weights(2));
  },
);

test('[T4] our own engine says what cpu says after 20 steps, and after 3 epochs with a ragged batch', async () => {
  const train = sampleOf(330, 7, 3);
  const run = async (backend: 'cpu' | 'simd') => {
    await startBackend(backend);
    const steps = await runTestSteps(1);
    const fitted = await fitNetwork({ train, validation: train, epochs: 3, seed: 2 }, watchOf());
    if (!fitted.ok) throw new Error(fitted.refusal.code);
    const { parameters, history } = fitted.value;
    return { steps, weights: packParameters(parameters), losses: history.map(({ loss }) => loss) };
  };
  const right = await run('cpu');
  const own = await run('simd');
  expect(largestDifference(own.steps, right.steps)).toBeLessThan(allowedDifference.simd);
  expect(largestDifference(own.weights, right.weights)).toBeLessThan(1e-4);
  for (const [epoch, loss] of own.losses.entries())
    expect(loss).toBeCloseTo(right.losses[epoch] ?? Number.NaN, 5);
});

test('[T5] training and cancelling leave no tensor behind', async () => {
  await startBackend('cpu');
  const before = memory().numTensors;
  const train = sampleOf(3000, 8, 1);
  await fitNetwork({ train, validation: train, epochs: 1, seed: 0 }, watchOf());
  expect(memory().numTensors).toBe(before);
  const controller = new AbortController();
  const fitting = fitNetwork({ train, epochs: 50, seed: 0 }, watchOf(controller.signal));
  setTimeout(() => controller.abort(), 20);
  expect(await fitting).toEqual({ ok: false, refusal: { code: 'cancelled' } });
  expect(memory().numTensors).toBe(before);
});

test.each(everywhere)(
  '[T6] on %s numbers that run away are a refusal, not a model',
  async (backend) => {
    await startBackend(backend);
    const train = sampleOf(400, 3, 1);
    train.matrix.values.fill(Number.NaN);
    const fitted = await fitNetwork({ train, epochs: 1, seed: 0 }, watchOf());
    expect(fitted).toEqual({ ok: false, refusal: { code: 'training-diverged' } });
  },
);
