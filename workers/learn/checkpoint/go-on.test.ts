import { expect, test, vi } from 'vitest';
import type { TrainProgress } from '#contracts/learn.ts';
import type { TrainingInput } from '#core/predictions/training-input.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { listTrainingParts, readUnfinishedTraining } from '#db/training-checkpoint.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { trainModel } from '#workers/learn/train-model.ts';

vi.setConfig({ testTimeout: 60_000 });

const asked: TrainingInput = { ...askBought, mode: 'default', backend: 'simd' };

const jobOf = (signal = new AbortController().signal) => {
  const heard: TrainProgress[] = [];
  const progress = (told: TrainProgress) => heard.push(told);
  return { host: { database: '', base: '' }, signal, beat: () => undefined, progress, heard };
};

const open = async () => {
  const db = await openTestDatabase();
  await fillLearnTable(
    db,
    Array.from({ length: 400 }, (_, ord) => seededCustomer(ord)),
  );
  return db;
};

/** A worker that dies once so many parts are finished: it never comes back from a rest. */
const dieAfter = async (db: Database, parts: number, input = asked) => {
  await new Promise<void>((died) => {
    const rest = async () => {
      if ((await listTrainingParts(db)).size < parts) return;
      died();
      await new Promise(() => undefined);
    };
    void trainModel(db, input, { ...jobOf(), rest });
  });
};

const trained = async (db: Database, job = jobOf(), input = asked) => {
  const result = await trainModel(db, input, job);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const scores = (await readColumns(db, `scores.${result.value.id}`)).flatMap(
    ({ columns }) => columns.probability ?? [],
  );
  return {
    scores,
    history: result.value.history,
    origins: new Set(job.heard.map((p) => p.origin)),
  };
};

test.each([
  ['in the middle of the folds', asked, 5],
  ['in the last fit, on everybody', asked, 19],
  ['between the two fits of the reference', { ...asked, mode: 'reference' }, 2],
] as const)(
  '[T30] cut off %s, a training goes on to exactly the same model',
  async (_, input, parts) => {
    const whole = await trained(await open(), jobOf(), input);
    expect(whole.origins).toEqual(new Set([undefined]));
    const db = await open();
    await dieAfter(db, parts, input);
    const unfinished = await readUnfinishedTraining(db);
    expect(unfinished?.input.target).toEqual(input.target);
    expect(unfinished?.fraction).toBeGreaterThan(0.05);
    const rest = await trained(db, jobOf(), input);
    expect(rest.origins).toContain('checkpoint');
    expect(rest.scores).toEqual(whole.scores);
    // The loss while learning is summed up turn by turn: its last digit is the clock's.
    const curve = whole.history.map(({ validationLoss }) => validationLoss);
    expect(rest.history.map(({ validationLoss }) => validationLoss)).toEqual(curve);
    expect(await db.dexie.drafts.count()).toBe(0);
  },
);

test('[T30] what was half learned from other data or for another question is not used, and that is said', async () => {
  const db = await open();
  await dieAfter(db, 3);
  const other = { ...asked, drop: ['channel'] };
  const fresh = await trained(await open(), jobOf(), other);
  const after = await trained(db, jobOf(), other);
  expect(after.origins).toContain('anew');
  expect(after.scores).toEqual(fresh.scores);
  expect(await db.dexie.drafts.count()).toBe(0);
});

test('[T30] a cancelled training leaves nothing half learned behind', async () => {
  const db = await open();
  const controller = new AbortController();
  const job = jobOf(controller.signal);
  const rest = async () => {
    if ((await listTrainingParts(db)).size > 2) controller.abort();
  };
  expect(await trainModel(db, asked, { ...job, rest })).toMatchObject({
    refusal: { code: 'cancelled' },
  });
  expect(await db.dexie.drafts.count()).toBe(0);
});
