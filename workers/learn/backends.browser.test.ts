import { backend, memory } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { BackendName } from '#core/predictions/model-version.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { chooseBackend } from './choose-backend.ts';
import { fitNetwork, type Sample } from './fit-network.ts';
import { openNetwork } from './network.ts';
import { allowedDifference, largestDifference, passesTest, runTestSteps } from './self-test.ts';
import { initialWeights } from './simd/initial-weights.ts';
import type { NetworkShape } from './simd/network-plan.ts';
import { startBackend } from './start-backend.ts';
import { takeTurns } from './take-turns.ts';
import { referenceStep, seededRows } from './training-step.ts';

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

/** Bytes of the one memory of TensorFlow.js in WebAssembly; it never shrinks. */
const wasmBytes = () =>
  (backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.byteLength;

test('[T5] twenty trainings on wasm leave tensors and memory as they were after the first', async () => {
  expect(await startBackend('wasm')).toBe(true);
  const shape: NetworkShape = { inputs: 30, hidden: [64, 64], members: 8 };
  const table = seededRows(256, shape.inputs, 1);
  const rows = Uint32Array.from({ length: 64 }, (_, row) => row);
  const train = async () => {
    const options = { batchRows: 64, dropout: 0.1, seed: 1, losses: true };
    const network = openNetwork(shape, initialWeights(shape, 1), options);
    for (let step = 0; step < 10; step += 1) network.trainBatch(table, rows, { rate: 3e-3 });
    expect(await network.settle()).toBeGreaterThan(0);
    await network.predictBlock(table.values);
    network.close();
  };
  await train();
  const [{ numTensors, numBytes }, bytes] = [memory(), wasmBytes()];
  for (let time = 0; time < 20; time += 1) await train();
  expect(memory()).toMatchObject({ numTensors, numBytes });
  expect(wasmBytes()).toBe(bytes);
});

test('[T7] the automatic choice is measured, and says what it measured', async ({ annotate }) => {
  const chosen = await chooseBackend('auto', referenceStep(60), watchOf().turns);
  if (!chosen.ok) throw new Error(chosen.refusal.code);
  const { name, why, stepMs = {} } = chosen.value;
  await annotate(JSON.stringify(chosen.value));
  expect(why).toBe('fastest');
  expect(stepMs[name]).toBe(Math.min(...Object.values(stepMs).map((ms) => ms ?? Infinity)));
});

test('[T6] a graphics chip that is taken away gives no numbers, is not used again, and another goes on', async () => {
  expect(await passesTest('webgl', 8, watchOf().turns)).toBe(true);
  const shape: NetworkShape = { inputs: 30, hidden: [64, 64], members: 8 };
  const table = seededRows(64, shape.inputs, 1);
  const rows = Uint32Array.from({ length: 64 }, (_, row) => row);
  const options = { batchRows: 64, losses: true };
  const network = openNetwork(shape, initialWeights(shape, 1), options);
  network.trainBatch(table, rows, { rate: 3e-3 });
  const { gl } = (backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } }).gpgpu;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  expect(await network.settle()).toBeNaN();
  expect(await network.readParameters()).toBeUndefined();
  network.close();
  const { turns } = watchOf();
  expect(await chooseBackend('webgl', referenceStep(8), turns)).toMatchObject({
    refusal: { code: 'backend-unavailable' },
  });
  expect((await chooseBackend('auto', referenceStep(8), turns)).ok).toBe(true);
});
