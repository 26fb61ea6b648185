import { memory } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { BackendName } from '#core/predictions/model-version.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { chooseBackend } from './choose-backend.ts';
import { fitNetwork, type Sample } from './fit-network.ts';
import { allowedDifference, largestDifference, runTestSteps } from './self-test.ts';
import { startBackend } from './start-backend.ts';
import { takeTurns } from './take-turns.ts';
import { referenceStep } from './training-step.ts';

const watchOf = (signal = new AbortController().signal) => ({
  turns: takeTurns({ signal, beat: () => undefined }),
  onFraction: () => undefined,
  onEpoch: () => undefined,
});

const sampleOf = (rows: number, width: number): Sample => {
  const random = seededRandom(1);
  const values = Float32Array.from({ length: rows * width }, () => normalFrom(random));
  const labels = Float32Array.from({ length: rows }, (_, row) =>
    (values[row * width] ?? 0) + normalFrom(random) > 0 ? 1 : 0,
  );
  return { matrix: { rows, width, values }, labels };
};

const others: readonly BackendName[] = ['simd', 'wasm', 'webgl'];

const networks = [
  { network: 'the reference network', members: 1 },
  { network: 'the default network', members: 8 },
];

test.for(others.flatMap((name) => networks.map((network) => ({ ...network, name }))))(
  '[T4] after 20 steps from the same weights $network on $name says what cpu says',
  async ({ name, members }, { annotate }) => {
    expect(await startBackend('cpu')).toBe(true);
    const right = await runTestSteps(members);
    expect(await startBackend(name)).toBe(true);
    const difference = largestDifference(await runTestSteps(members), right);
    await annotate(`${name}, ${members}: ${difference}`);
    expect(difference).toBeLessThanOrEqual(allowedDifference[name]);
  },
);

test.each([...others, 'cpu' as const])(
  '[T1] [T5] on %s the same seed gives the same weights, and no tensor is left',
  async (name) => {
    expect((await chooseBackend(name, referenceStep(8), watchOf().turns)).ok).toBe(true);
    const sample = sampleOf(330, 8);
    const train = async () => {
      const fitted = await fitNetwork(
        { train: sample, validation: sample, epochs: 2, seed: 4 },
        watchOf(),
      );
      if (!fitted.ok) throw new Error(fitted.refusal.code);
      return fitted.value.parameters.flatMap(({ values }) => [...values]);
    };
    const before = memory().numTensors;
    const first = await train();
    expect(await train()).toEqual(first);
    expect(memory().numTensors).toBe(before);
    const controller = new AbortController();
    const fitting = fitNetwork(
      { train: sample, epochs: 1000, seed: 0 },
      watchOf(controller.signal),
    );
    setTimeout(() => controller.abort(), 100);
    const startedAt = performance.now();
    expect(await fitting).toMatchObject({ refusal: { code: 'cancelled' } });
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(memory().numTensors).toBe(before);
  },
);

test('[T7] the automatic choice is measured, and says what it measured', async ({ annotate }) => {
  const chosen = await chooseBackend('auto', referenceStep(60), watchOf().turns);
  if (!chosen.ok) throw new Error(chosen.refusal.code);
  const { name, why, stepMs = {} } = chosen.value;
  await annotate(JSON.stringify(chosen.value));
  expect(why).toBe('fastest');
  expect(stepMs[name]).toBe(Math.min(...Object.values(stepMs).map((ms) => ms ?? Infinity)));
});
