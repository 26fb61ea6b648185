import { expect, test, vi } from 'vitest';
import { planOfEffort } from '#core/predictions/training-effort.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { measurePace } from '#workers/learn/measure-pace.ts';
import { trainModel } from '#workers/learn/train-model.ts';

vi.setConfig({ testTimeout: 60_000 });

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

test('[T31] a training does what fits in its time, and the model tells what that was', async () => {
  const db = await openTestDatabase();
  const customers = Array.from({ length: 400 }, (_, ord) => seededCustomer(ord));
  await fillLearnTable(db, customers);
  const train = async (more: { effort?: 'quick' | 'usual'; withinMs?: number }) => {
    const input = { ...askBought, mode: 'default', backend: 'simd', ...more } as const;
    const trained = await trainModel(db, input, job);
    if (!trained.ok) throw new Error(trained.refusal.code);
    return trained.value;
  };
  expect((await train({})).effort).toEqual({ asked: 'usual', plan: planOfEffort.usual });
  const quick = await train({ effort: 'quick', withinMs: 60_000 });
  expect(quick.effort).toEqual({ asked: 'quick', plan: planOfEffort.quick });
  expect(quick.history.length).toBeGreaterThan(0);
  const hasty = await train({ effort: 'quick', withinMs: 1 });
  expect(hasty.effort?.plan).toMatchObject({ network: false, folds: 2 });
  expect(hasty.history).toEqual([]);
  expect(hasty.shares?.network).toBe(0);
});

test('a short trial tells how fast this device learns before anything was trained', async () => {
  const pace = await measurePace(job);
  expect(pace.ok && pace.value.tree > 0 && pace.value.input > 0).toBe(true);
});
