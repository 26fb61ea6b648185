import { expect, test, vi } from 'vitest';
import type { Customer } from '#core/customers/customer.ts';
import { commit } from '#db/commit.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { findRecord } from '#db/sealed-table.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
  testNow,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { trainModel } from '#workers/learn/train-model.ts';
import { findSimilarCustomers } from './similar-customers.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

/** Who buys follows from the visits, but for every fifth; every thirtieth has denied profiling. */
const customers = Array.from({ length: 400 }, (_, ord) => {
  const { custom } = seededCustomer(ord);
  const buys = Number(custom.visits) > 4 !== (ord % 5 === 3);
  const bought = ord % 10 === 0 ? null : buys ? 'yes' : 'no';
  return seededCustomer(ord, {
    custom: { ...custom, bought },
    ...(ord % 30 === 7 && { profiling: 'denied' as const }),
  });
});

test('the five most like a customer have known answers, take part, and are alike in what counts', async () => {
  const db = await openTestDatabase();
  await fillLearnTable(db, customers);
  const ask = async (customerId: string) => {
    const found = await findSimilarCustomers(db, { customerId }, job);
    return found.ok ? found.value.customers : found.refusal.code;
  };
  expect(await ask('c1')).toBe('model-missing');
  const trained = await trainModel(db, { ...askBought, mode: 'logistic' }, job);
  expect(trained.ok).toBe(true);
  for (const own of [1, 2, 10]) {
    const found = await ask(`c${own}`);
    if (typeof found === 'string') throw new Error(found);
    expect(found).toHaveLength(5);
    for (const { ord, id, value, isPositive } of found) {
      const { custom } = customers[ord] as Customer;
      expect(id).toBe(`c${ord}`);
      expect(ord).not.toBe(own);
      expect(ord % 10).not.toBe(0);
      expect(ord % 30).not.toBe(7);
      expect(value).toBe(custom.bought);
      expect(isPositive).toBe(custom.bought === 'yes');
      const apart = Number(custom.visits) - Number(customers[own]?.custom.visits);
      expect(Math.abs(apart)).toBeLessThanOrEqual(1);
    }
  }
  expect(await ask('c7')).toBe('not-scored');
  // Who denies profiling afterwards is not shown any more, though the customers were read before.
  const before = await ask('c1');
  if (typeof before === 'string') throw new Error(before);
  const first = before[0]?.id ?? '';
  const record = {
    ...((await findRecord(db, 'customers', first)) as Customer),
    profiling: 'denied' as const,
  };
  await commit(db, {
    label: 'customer-saved',
    now: testNow,
    writes: [{ table: 'customers', record }],
  });
  const after = await ask('c1');
  if (typeof after === 'string') throw new Error(after);
  expect(after.map(({ id }) => id)).not.toContain(first);
  expect(after).toHaveLength(5);
});
