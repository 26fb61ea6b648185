import { expect, test, vi } from 'vitest';
import type { LearnContract } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord } from '#db/sealed-table.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
  testNow,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { fillOrderTable, seededOrders } from '#workers/learn/fixtures/fill-order-table.ts';
import { trainModel } from '#workers/learn/train-model.ts';

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

const activeOf = async (db: Database) => (await readMeta(db)).activeModel;

/** Of 1,500 customers who buy by their visits, those from 700 on have no answer yet. */
const halfAnswered = async () => {
  const bought = (ord: number) => {
    const { visits } = seededCustomer(ord).custom;
    return Number(visits) > 4 !== (ord % 9 === 0) ? 'yes' : 'no';
  };
  const of = (ord: number, isKnown: boolean): Customer => {
    const { custom } = seededCustomer(ord);
    return seededCustomer(ord, { custom: { ...custom, bought: isKnown ? bought(ord) : null } });
  };
  const db = await openTestDatabase();
  const all = Array.from({ length: 1500 }, (_, ord) => ord);
  await fillLearnTable(
    db,
    all.map((ord) => of(ord, ord < 700)),
  );
  const answerRest = async () => {
    const records = await Promise.all(
      all.slice(700).map((ord) => findRecord(db, 'customers', `c${ord}`)),
    );
    const writes = records.flatMap((record, at) =>
      record === undefined
        ? []
        : [
            {
              table: 'customers' as const,
              record: { ...record, custom: of(at + 700, true).custom },
            },
          ],
    );
    await commit(db, { label: 'customer-saved', now: testNow, writes });
  };
  return { db, answerRest };
};

test('a first model is put in use, another of the same question waits beside it', async () => {
  const { db } = await halfAnswered();
  const first = await train(db);
  expect(first.against).toBeUndefined();
  const second = await train(db, { now: testNow + 1 });
  expect(await activeOf(db)).toBe(first.id);
  // The same customers teach both: there are none the first has not learned from.
  expect(second.against).toMatchObject({ modelId: first.id, by: 'own-figures', verdict: 'alike' });
});

test('answers that came since are the rows both are measured on', async () => {
  const { db, answerRest } = await halfAnswered();
  // What decides is kept from the first: the second must be found better.
  const first = await train(db, { drop: ['visits'] });
  await answerRest();
  const second = await train(db, { now: testNow + 1 });
  expect(second.against).toMatchObject({ by: 'same-rows', verdict: 'better' });
  const { ours, theirs } = second.against ?? {};
  // A fifth of the 1,500 is set aside; about 800 of those 1,500 were not known to the first.
  expect(ours?.rows).toBe(theirs?.rows);
  expect(ours?.rows).toBeGreaterThan(120);
  expect(ours?.rows).toBeLessThan(200);
  expect(ours?.auc).toBeGreaterThan((theirs?.auc ?? 1) + 0.2);
  expect(await activeOf(db)).toBe(first.id);
});

test('a column the person takes out, or another question, puts the new one in use at once', async () => {
  const { db } = await halfAnswered();
  await train(db);
  const corrected = await train(db, { drop: ['visits'], now: testNow + 1 });
  expect(corrected.against).toBeUndefined();
  expect(await activeOf(db)).toBe(corrected.id);
  const other = await train(db, {
    target: { field: 'channel', positive: 'web' },
    now: testNow + 2,
  });
  expect(await activeOf(db)).toBe(other.id);
});

test('of orders the morning measured on is one only a young model has not looked past', async () => {
  const today = dayOfInstant(testNow);
  const db = await openTestDatabase();
  await fillOrderTable(db, 240, seededOrders(240, today - 400, today + 60));
  const dayMs = 86_400_000;
  const target = { kind: 'buys', withinDays: 30 } as const;
  const first = await train(db, { target });
  const soon = await train(db, { target, now: testNow + 10 * dayMs });
  expect(soon.against).toMatchObject({ modelId: first.id, by: 'own-figures' });
  const later = await train(db, { target, now: testNow + 31 * dayMs });
  expect(later.against).toMatchObject({ modelId: first.id, by: 'same-rows' });
  expect(later.against?.ours.rows).toBe(later.heldOut.logistic.rows);
});
