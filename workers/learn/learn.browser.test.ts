import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LearnContract, TrainProgress } from '#contracts/learn.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { closeDatabase, eraseDatabase, openDatabase } from '#db/open-database.ts';
import { connect, type WorkerLike } from '#rpc/connect.ts';
import { makePauseSwitch } from '#rpc/pause-switch.ts';
import { askBought, fillLearnTable, seededCustomer } from './fixtures/fill-learn-table.ts';

const name = 'learn-browser-test';
const connectLearn = () =>
  connect<LearnContract>(
    () =>
      new Worker(new URL('./learn.worker.ts', import.meta.url), {
        type: 'module',
      }) as unknown as WorkerLike,
    () => ({ database: name, base: location.href }),
    (_, stack) => {
      throw new Error(stack);
    },
  );

let db: Database;
const learn = connectLearn();
beforeAll(async () => {
  await eraseDatabase(name);
  const opened = await openDatabase(name);
  if (!opened.ok) throw new Error(opened.refusal.code);
  db = opened.value;
  await fillLearnTable(
    db,
    Array.from({ length: 1000 }, (_, ord) => seededCustomer(ord)),
  );
});
afterAll(async () => {
  learn.close();
  closeDatabase(db);
  await eraseDatabase(name);
});

const scoresOf = async (id: string) =>
  (await readColumns(db, `scores.${id}`)).flatMap(({ columns }) => columns.probability ?? []);

test.each(['simd', 'wasm', 'cpu', 'webgl'] as const)(
  '[T1] the real worker trains on %s, scores everybody, and does so twice alike',
  async (backend) => {
    const heard: TrainProgress[] = [];
    const epochs = backend === 'webgl' ? 6 : 24;
    const train = async () => {
      const trained = await learn.call(
        'train',
        { ...askBought, backend, epochs },
        { onProgress: (progress) => heard.push(progress) },
      );
      if (!trained.ok) throw new Error(JSON.stringify(trained.refusal));
      return trained.value;
    };
    const model = await train();
    expect(model.backend).toEqual({ name: backend, why: 'asked' });
    expect(model.heldOut.reference?.auc).toBeGreaterThan(0.7);
    const scores = await scoresOf(model.id);
    expect(scores).toHaveLength(1000);
    expect(scores.every((score) => typeof score === 'number' && score > 0 && score < 1)).toBe(true);
    expect(await scoresOf((await train()).id)).toEqual(scores);
    const fractions = heard.map(({ fraction }) => fraction);
    expect(model.history).toHaveLength(epochs);
    // At most ten messages a second: on simd it may all be over between two of them.
    if (backend !== 'simd') expect(heard.some(({ history = [] }) => history.length > 0)).toBe(true);
    expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
  },
  60_000,
);

test('[T7] [T12] the default way runs on the backend named, close to our own kernels, and twice alike', async () => {
  const train = async (backend: 'simd' | 'wasm') => {
    const trained = await learn.call('train', { ...askBought, mode: 'default', backend });
    if (!trained.ok) throw new Error(JSON.stringify(trained.refusal));
    expect(trained.value.backend).toEqual({ name: backend, why: 'asked' });
    return trained.value;
  };
  const own = await train('simd');
  const model = await train('wasm');
  // The trees may be all that is needed here; the network's own curve is kept in any case.
  const lastLoss = ({ history }: Pick<ModelVersion, 'history'>) =>
    history.at(-1)?.validationLoss ?? Number.NaN;
  expect(Math.abs(lastLoss(model) - lastLoss(own))).toBeLessThan(0.01);
  const auc = ({ heldOut }: Pick<ModelVersion, 'heldOut'>) => heldOut.ensemble?.auc ?? Number.NaN;
  expect(Math.abs(auc(model) - auc(own))).toBeLessThan(0.01);
  const scores = await scoresOf(model.id);
  expect(await scoresOf((await train('wasm')).id)).toEqual(scores);
}, 60_000);

test('[T29] a paused training rests at once and goes on to exactly the same scores', async () => {
  const input = { ...askBought, mode: 'default', backend: 'simd' } as const;
  const plain = await learn.call('train', input);
  if (!plain.ok) throw new Error(JSON.stringify(plain.refusal));
  // All are of the same instant: which of them are kept is nobody's business here.
  const scores = await scoresOf(plain.value.id);
  const pause = makePauseSwitch();
  const rests: number[] = [];
  const paused = learn.call('train', input, {
    pause,
    onProgress: ({ phase, fraction }) => {
      if (phase === 'training' && fraction > 0.2 && rests.length === 0) pause.set(true);
    },
    onRest: (isResting) => {
      rests.push(performance.now());
      if (isResting) setTimeout(() => pause.set(false), 700);
    },
  });
  const model = await paused;
  if (!model.ok) throw new Error(JSON.stringify(model.refusal));
  expect(rests).toHaveLength(2);
  expect(await scoresOf(model.value.id)).toEqual(scores);
}, 60_000);

test('[T3] a cancelled training leaves the previous model in use, and the next one works', async () => {
  const before = (await readMeta(db)).activeModel;
  const controller = new AbortController();
  const input = { ...askBought, backend: 'wasm', epochs: 5000 } as const;
  const training = learn.call('train', input, { signal: controller.signal });
  setTimeout(() => controller.abort(), 500);
  const startedAt = performance.now();
  expect(await training).toMatchObject({ refusal: { code: 'cancelled' } });
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect((await readMeta(db)).activeModel).toBe(before);
  const next = await learn.call('train', { ...askBought, backend: 'wasm', epochs: 1 });
  expect(next.ok).toBe(true);
});

test('[T3] a tab closed in the middle of a training leaves the previous model in use, and nobody waits for it', async () => {
  const before = (await readMeta(db)).activeModel;
  const closed = connectLearn();
  await new Promise<void>((resolve) => {
    const input = { ...askBought, backend: 'wasm', epochs: 5000 } as const;
    void closed.call('train', input, { onProgress: () => resolve() });
  });
  closed.close();
  expect((await readMeta(db)).activeModel).toBe(before);
  // The lock of a worker that is gone is given back a moment later.
  await expect
    .poll(async () => (await learn.call('train', { ...askBought, epochs: 1 })).ok, {
      timeout: 10_000,
    })
    .toBe(true);
});

test('[T10] two tabs cannot train at once: the second is told so', async () => {
  const controller = new AbortController();
  const input = { ...askBought, backend: 'wasm', epochs: 5000 } as const;
  let training: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve) => {
    const { signal } = controller;
    training = learn.call('train', input, { signal, onProgress: () => resolve() });
  });
  const other = connectLearn();
  const refused = await other.call('train', { ...askBought, epochs: 1 });
  expect(refused).toMatchObject({ refusal: { code: 'busy-elsewhere' } });
  controller.abort();
  await training;
  other.close();
});

test('[T7] without a wish the worker measures and names the backend it takes', async () => {
  const trained = await learn.call('train', { ...askBought, backend: 'auto', epochs: 1 });
  if (!trained.ok) throw new Error(JSON.stringify(trained.refusal));
  const { backend } = trained.value;
  expect(backend.why).toBe('fastest');
  expect(Object.keys(backend.stepMs ?? {}).sort()).toEqual(['cpu', 'simd', 'wasm', 'webgl']);
});
