import { describe, expect, test, vi } from 'vitest';
import type { LearnContract } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { readColumns } from '#db/columns.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { askBought, testNow } from '#workers/learn/fixtures/fill-learn-table.ts';
import {
  fillOrderTable,
  type SeededOrder,
  seededOrders,
} from '#workers/learn/fixtures/fill-order-table.ts';
import { rankCustomers } from '#workers/learn/rank-customers.ts';
import { explainCustomer, scoreWhatIf } from '#workers/learn/reasons/explain-customer.ts';
import { scoreDatabase } from '#workers/learn/score-database.ts';
import { trainModel } from '#workers/learn/train-model.ts';
import { describeOrders } from './describe-orders.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 90_000 });

type Input = LearnContract['train']['input'];
const today = dayOfInstant(testNow);
const shopSize = 240;
const orders = seededOrders(shopSize, today - 400, today);

const jobOf = (signal = new AbortController().signal) => ({
  host: { database: '', base: '' },
  signal,
  beat: () => undefined,
  progress: () => undefined,
});

const openShop = async (
  events: readonly SeededOrder[] = orders,
  change?: (ord: number) => Partial<Customer>,
) => {
  const db = await openTestDatabase();
  await fillOrderTable(db, shopSize, events, change);
  return db;
};

const ask = (db: Database, target: Input['target'], more: Partial<Input> = {}) =>
  trainModel(db, { ...askBought, mode: 'logistic', target, ...more }, jobOf());

const trained = async (db: Database, target: Input['target'], more: Partial<Input> = {}) => {
  const result = await ask(db, target, more);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const scoresOf = async (db: Database, modelId: string) =>
  (await readColumns(db, `scores.${modelId}`)).flatMap(({ columns }) => columns.probability ?? []);

const buys = { kind: 'buys', withinDays: 30 } as const;

describe('who buys within some days', () => {
  test('is learned from earlier mornings and measured on the latest one whose answers are known', async () => {
    const db = await openShop();
    const model = await trained(db, buys, { mode: 'default', backend: 'simd' });
    expect(model.target).toEqual({ field: 'buys within 30 days', positive: 'yes' });
    const { asOf = 0, measuredOn = 0, learnedFrom = [] } = model.fromOrders ?? {};
    expect(asOf).toBe(today);
    expect(measuredOn).toBe(today - 30);
    expect(learnedFrom.every((day) => day + 30 <= today)).toBe(true);
    expect(learnedFrom.filter((day) => day + 30 <= measuredOn)).toHaveLength(2);
    expect(model.heldOut.logistic.auc).toBeGreaterThan(0.8);
    expect(model.heldOut.baseRate.rows).toBeLessThanOrEqual(shopSize);
    const again = await scoreDatabase(db, db, { modelId: model.id, backend: 'simd' }, jobOf());
    const scores = await scoresOf(db, model.id);
    expect(scores.filter((one) => typeof one === 'number')).toHaveLength(shopSize);
    if (!again.ok) throw new Error(again.refusal.code);
    again.value.probabilities.forEach((said, place) => {
      expect(said).toBeCloseTo(Number(scores[place]), 6);
    });
  });

  test('no order of the day itself or later is looked at, no cancelled one and no return counts', async () => {
    const known = await openShop();
    const kept = await scoresOf(known, (await trained(known, buys)).id);
    const noise = orders.slice(0, 300).flatMap(({ customer, day }): SeededOrder[] => [
      { customer, day: today + (day % 40) },
      { customer, day: day + 5, status: 'cancelled' },
      { customer, day: day + 5, kind: 'quote' },
    ]);
    const later = await openShop([...orders, ...noise]);
    expect(await scoresOf(later, (await trained(later, buys)).id)).toEqual(kept);
  });

  test('a return is no purchase: a customer who only sends back is asked nothing', async () => {
    const returns = orders.filter(({ customer }) => customer === 5);
    const others = orders.filter(({ customer }) => customer !== 5);
    const db = await openShop([
      ...others,
      ...returns.map((order): SeededOrder => ({ ...order, kind: 'return' })),
    ]);
    const scores = await scoresOf(db, (await trained(db, buys)).id);
    expect(scores[5]).toBeNull();
    expect(scores[6]).toBeGreaterThan(0);
  });

  test('who denied profiling and walk-ins are neither learned from nor scored', async () => {
    const db = await openShop(orders, (ord) => ({
      ...(ord === 3 && { walkIn: true }),
      ...(ord === 4 && { profiling: 'denied' as const }),
    }));
    const model = await trained(db, buys);
    const scores = await scoresOf(db, model.id);
    expect([scores[3], scores[4]]).toEqual([null, null]);
    expect(model.heldOut.baseRate.rows).toBeLessThanOrEqual(shopSize - 2);
  });

  test('a book that has ended is looked at from the day after its last order', async () => {
    const db = await openShop(orders.filter(({ day }) => day < today - 100));
    const model = await trained(db, buys);
    expect(model.fromOrders?.asOf).toBeLessThan(today - 98);
  });
});

test('one product or one category is asked for by what the lines hold', async () => {
  const db = await openShop();
  const model = await trained(db, { ...buys, category: 'drinks' });
  expect(model.target.field).toBe('buys drinks within 30 days');
  expect(model.heldOut.logistic.auc).toBeGreaterThan(0.85);
  const scores = (await scoresOf(db, model.id)).map(Number);
  const mean = (odd: number) => {
    const own = scores.filter((_score, place) => place % 2 === odd);
    return own.reduce((sum, score) => sum + score, 0) / own.length;
  };
  expect(mean(0)).toBeGreaterThan(5 * mean(1));
  const gone = await ask(db, { ...buys, productId: 'nothing' });
  expect(gone).toMatchObject({ refusal: { code: 'not-found' } });
});

test('who stops buying is asked of those who still buy', async () => {
  const long = await openTestDatabase();
  await fillOrderTable(long, 600, seededOrders(600, today - 700, today));
  const model = await trained(long, { kind: 'lost' });
  expect(model.target.field).toBe('stops buying');
  const scores = await scoresOf(long, model.id);
  const scored = scores.flatMap((score, place) => (score === null ? [] : [place]));
  expect(scored.length).toBeGreaterThan(300);
  // Those who left long ago have stopped already.
  expect(scored.length).toBeLessThan(500);
  expect(model.heldOut.logistic.rows).toBeGreaterThan(200);
});

test('too little is said before anything is learned', async () => {
  const db = await openTestDatabase();
  await fillOrderTable(db, 30, seededOrders(30, today - 400, today));
  expect(await ask(db, buys)).toMatchObject({ refusal: { code: 'too-few-rows' } });
  const none = await openTestDatabase();
  await fillOrderTable(none, 30, []);
  expect(await ask(none, buys)).toMatchObject({ refusal: { code: 'no-orders' } });
  expect(await describeOrders(none, today)).toBeUndefined();
});

test('what can be asked is told with how often it came true', async () => {
  const said = await describeOrders(await openShop(), today);
  expect(said?.answers.map(({ target }) => target.kind)).toEqual(['buys', 'buys', 'buys', 'lost']);
  const [month, , quarter] = said?.answers ?? [];
  expect(month?.positives).toBeLessThan(quarter?.positives ?? 0);
  expect(said?.categories).toEqual(['drinks', 'household']);
  expect(said?.products.map(({ name }) => name)).toEqual(['soap', 'tea']);
});

describe('a customer scored from orders', () => {
  test('has reasons in days and pieces, and may be tried with others', async () => {
    const db = await openShop();
    const model = await trained(db, buys);
    const scores = await scoresOf(db, model.id);
    const said = await explainCustomer(db, { customerId: 'c7' }, jobOf());
    if (!said.ok) throw new Error(said.refusal.code);
    expect(said.value.said).toBeCloseTo(Number(scores[7]), 5);
    const last = said.value.columns.find(({ column }) => column === 'orders.daysSinceLastOrder');
    const own = orders.filter(({ customer }) => customer === 7).map(({ day }) => day);
    expect(last?.value).toBe(today - Math.max(...own));
    const same = { 'orders.daysSinceLastOrder': last?.value ?? null };
    const tried = await scoreWhatIf(db, { customerId: 'c7', changes: same }, jobOf());
    expect(tried.ok && tried.value.said).toBeCloseTo(said.value.said, 4);
    const later = { 'orders.daysSinceLastOrder': 300 };
    const other = await scoreWhatIf(db, { customerId: 'c7', changes: later }, jobOf());
    expect(other.ok && other.value.said).not.toBeCloseTo(said.value.said, 2);
  });

  test('is ranked until somebody has answered, and never without consent to contact', async () => {
    const db = await openShop(orders, (ord) => ({ doNotContact: ord === 8 }));
    const { id } = await trained(db, buys);
    const rank = async (by: 'probability' | 'value' = 'probability') => {
      const ranked = await rankCustomers(db, { modelId: id, by, most: 300 });
      if (!ranked.ok) throw new Error(ranked.refusal.code);
      return ranked.value;
    };
    const first = await rank();
    expect(first.rows).toHaveLength(shopSize - 1);
    expect(first.rows.map(({ id: one }) => one)).not.toContain('c8');
    const [top] = first.rows;
    if (top === undefined) throw new Error('nobody');
    await commit(db, {
      label: 'recommendation-answered',
      now: testNow,
      writes: [
        {
          table: 'recommendations',
          record: {
            ...{ id: 'r1', createdAt: testNow, updatedAt: testNow, rev: 0, customerId: top.id },
            ...{ kind: 'visit', reason: '', status: 'dismissed', modelId: id, why: 'no-need' },
          },
        },
      ],
    });
    const next = await rank();
    expect(next.rows.map(({ id: one }) => one)).not.toContain(top.id);
    expect(next).toMatchObject({ accepted: 0, dismissed: 1 });
    const [dear] = (await rank('value')).rows;
    expect((dear?.probability ?? 0) * (dear?.yearMinor ?? 0)).toBeGreaterThan(0);
  });
});
