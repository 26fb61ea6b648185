import { describe, expect, test, vi } from 'vitest';
import type { LearnContract } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import { dayMs, dayOfInstant } from '#core/day-number.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { findRecord } from '#db/sealed-table.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
  testNow,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { fillOrderTable, seededOrders } from '#workers/learn/fixtures/fill-order-table.ts';
import { trainModel } from '#workers/learn/train-model.ts';
import { reviewModel } from './review-model.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

type Input = LearnContract['train']['input'];

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

const train = async (db: Database, more: Partial<Input> = {}) => {
  const result = await trainModel(db, { ...askBought, mode: 'logistic', ...more }, job);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const review = async (db: Database, modelId: string, now = testNow) => {
  const told = await reviewModel(db, { modelId, now }, job);
  if (!told.ok) throw new Error(told.refusal.code);
  return told.value;
};

const change = async (db: Database, customers: readonly Customer[]) => {
  const writes = customers.map((record) => ({ table: 'customers' as const, record }));
  const written = await commit(db, { label: 'customer-saved', now: testNow, writes });
  if (!written.ok) throw new Error(written.refusal.code);
};

const learnt = async (count: number) => {
  const db = await openTestDatabase();
  await fillLearnTable(
    db,
    Array.from({ length: count }, (_, ord) => seededCustomer(ord)),
  );
  return { db, model: await train(db) };
};

const changed = async (
  db: Database,
  ords: readonly number[],
  custom: (ord: number) => Customer['custom'],
) => {
  const found = await Promise.all(ords.map((ord) => findRecord(db, 'customers', `c${ord}`)));
  await change(
    db,
    found.flatMap((one, at) =>
      one === undefined ? [] : { ...one, custom: { ...one.custom, ...custom(ords[at] ?? 0) } },
    ),
  );
};

const every = (step: number, below: number) =>
  Array.from({ length: below / step }, (_, at) => at * step);

describe('a model of a column', () => {
  test('just trained: no reason to train again, and nothing has come of it', async () => {
    const { db, model } = await learnt(400);
    const { retraining, outcomes } = await review(db, model.id, testNow + 90 * dayMs);
    expect(retraining).toEqual({ moved: [], isDriftKnown: true });
    expect(outcomes).toMatchObject([{ modelId: model.id, isKept: true }]);
    expect(outcomes[0]?.outcome).toBeUndefined();
  });

  test('answers that came since are counted, and compared with what was said of just these', async () => {
    const { db, model } = await learnt(400);
    // Every tenth had no answer; one who had one and changed it is no prediction that came true.
    await changed(db, every(10, 400), (ord) => ({ bought: ord % 20 === 0 ? 'yes' : 'no' }));
    await changed(db, [1], () => ({ bought: 'yes' }));
    const { retraining, outcomes } = await review(db, model.id);
    expect(retraining.newAnswers).toBe(40);
    expect(outcomes[0]?.outcome).toMatchObject({ rows: 40, happened: 20 });
  });

  test('a column whose customers are others now is named', async () => {
    const { db, model } = await learnt(400);
    await changed(db, every(2, 400), () => ({ visits: 20 }));
    const { retraining } = await review(db, model.id);
    expect(retraining.moved.map(({ column }) => column)).toEqual(['visits']);
  });

  test('of a version from before nothing is made up', async () => {
    const { db, model } = await learnt(300);
    const record = await findRecord(db, 'models', model.id);
    if (record === undefined) throw new Error('no model');
    const { counted, ...older } = record;
    const columns = [{ set: `scores.${model.id}`, drop: true as const }];
    const writes = [{ table: 'models' as const, record: older }];
    await commit(db, { label: 'model-trained', now: testNow, writes, columns });
    const { retraining, outcomes } = await review(db, model.id, testNow + 90 * dayMs);
    expect(counted).toHaveLength(4);
    expect(retraining).toEqual({ moved: [], isDriftKnown: false });
    expect(outcomes[0]?.outcome).toBeUndefined();
  });
});

describe('a model of orders', () => {
  const today = dayOfInstant(testNow);
  const shop = 240;
  const buys = { kind: 'buys', withinDays: 30 } as const;
  // The whole story, and what was known of it half way.
  const story = seededOrders(shop, today - 400, today + 60);
  const openShop = async (until: number) => {
    const db = await openTestDatabase();
    await fillOrderTable(
      db,
      shop,
      story.filter(({ day }) => day < until),
    );
    return db;
  };

  test('before its horizon nothing is counted, after it whoever bought', async () => {
    const db = await openShop(today + 60);
    // Trained as one would have on that morning: later orders are not looked at.
    const model = await train(db, { target: buys });
    const early = await review(db, model.id, testNow + 29 * dayMs);
    expect(early.outcomes[0]).toMatchObject({ dueOn: today + 30, from: today });
    expect(early.outcomes[0]?.outcome).toBeUndefined();
    const { outcomes, retraining } = await review(db, model.id, testNow + 30 * dayMs);
    const bought = new Set(
      story.filter(({ day }) => day >= today && day < today + 30).map(({ customer }) => customer),
    );
    expect(outcomes[0]?.outcome).toMatchObject({ rows: shop, happened: bought.size });
    expect(retraining.days).toBe(30);
    // A model of straight lines on a shop with rhythms: what it said is about what came.
    const { expected = 0 } = outcomes[0]?.outcome ?? {};
    expect(Math.abs(expected - bought.size)).toBeLessThan(0.2 * shop);
  });

  test('days without orders brought in do not count as days without an order', async () => {
    const db = await openShop(today);
    const model = await train(db, { target: buys });
    const { outcomes, retraining } = await review(db, model.id, testNow + 200 * dayMs);
    expect(outcomes[0]?.outcome).toBeUndefined();
    expect(outcomes[0]?.knownUntil).toBeLessThan(outcomes[0]?.dueOn ?? 0);
    expect(retraining).toEqual({ moved: [], isDriftKnown: true });
  });
});
