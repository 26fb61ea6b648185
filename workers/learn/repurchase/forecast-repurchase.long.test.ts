import { describe, expect, test, vi } from 'vitest';
import type { Customer } from '#core/customers/customer.ts';
import { dayNumber, dayText } from '#core/day-number.ts';
import type { Order } from '#core/sales/order.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { prepareBatch, writeBatch } from '#db/bulk-write.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { reserveOrds } from '#db/places.ts';
import { seededCustomer, testNow } from '#workers/learn/fixtures/fill-learn-table.ts';
import { forecastRepurchase } from './forecast-repurchase.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

const base = { createdAt: testNow, updatedAt: testNow, rev: 0 };
const firstDay = dayNumber('2024-01-01');
const asOf = dayNumber('2024-10-01');

const orderOn = (customer: number, day: number, ord: number, totalMinor: number): Order => ({
  ...base,
  id: `o${ord}`,
  ord,
  customerId: `c${customer}`,
  kind: 'order',
  number: `${ord}`,
  date: dayText(day),
  status: 'done',
  currency: 'EUR',
  totalMinor,
  lines: [],
  custom: {},
});

/** A customer's days of order: every so many days from a day of the spring; every third has left by then. */
const daysOf = (customer: number, end: number): number[] => {
  const random = seededRandom(customer + 1);
  const gap = 10 + 40 * random();
  const leaves = customer % 3 === 0 ? firstDay + 61 + 150 * random() : end;
  const days: number[] = [];
  for (
    let day = firstDay + 60 * random();
    day < Math.min(leaves, end);
    day += gap * (0.5 + random())
  )
    days.push(Math.floor(day));
  return days;
};

type Shop = { readonly customers: number; readonly end: number; readonly late?: number };

/** `late` customers first order after the as-of day. */
const openShop = async (
  { customers: count, end, late = 0 }: Shop,
  change: (ord: number) => Partial<Customer> = () => ({}),
) => {
  const db = await openTestDatabase();
  const customers = Array.from({ length: count + late }, (_, ord) =>
    seededCustomer(ord, { custom: {}, ...change(ord) }),
  );
  const days = customers.map((_, at) => (at < count ? daysOf(at, end) : [asOf, asOf + 1]));
  const events = days.flatMap((own, customer) => own.map((day) => ({ customer, day })));
  const orders = events.map(({ customer, day }, at) => orderOn(customer, day, at, 1000 + customer));
  await reserveOrds(db, 'customers', customers.length);
  await reserveOrds(db, 'orders', orders.length);
  const batch = await prepareBatch(db, { importId: 'i1', records: { customers, orders } });
  const journal = {
    ...{ ...base, id: 'i1', fileName: 'x.csv', as: 'orders' as const, state: 'done' as const },
    ...{ rowsRead: 0, added: 0, updated: 0, skipped: 0, errors: [] },
  };
  const written = await writeBatch(db, batch, { journal, now: testNow });
  if (!written.ok) throw new Error(written.refusal.code);
  return { db, days };
};

const jobOf = (signal = new AbortController().signal) => ({
  host: { database: '', base: '' },
  signal,
  beat: () => undefined,
  progress: () => undefined,
});

const input = { asOf: dayText(asOf), horizonDays: 90, seed: 3 };

const forecast = async ({ db }: Awaited<ReturnType<typeof openShop>>) => {
  const result = await forecastRepurchase(db, input, jobOf());
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('who orders again', () => {
  test('is told apart well, for everybody known by the day and nobody else', async () => {
    const shop = await openShop({ customers: 120, end: asOf + 90, late: 5 });
    const said = await forecast(shop);
    expect(said.model).not.toBe('rhythm');
    expect(said.customers).toBe(120);
    expect(said.happened?.[said.model]?.auc).toBeGreaterThan(0.9);
    expect(said.happened?.rhythm?.auc).toBeGreaterThan(0.8);
    expect([...said.probabilities.subarray(120)]).toEqual(new Array(5).fill(Number.NaN));
    expect(said.expected.subarray(0, 120).every((orders) => orders >= 0)).toBe(true);
    expect(said.snapshots.every((day) => dayNumber(day) + 90 <= asOf)).toBe(true);
  });

  test('does not change by what happens on the day and after it', async () => {
    const known = await forecast(await openShop({ customers: 120, end: asOf }));
    const later = await forecast(await openShop({ customers: 120, end: asOf + 300 }));
    expect(known.happened).toBeNull();
    expect([...later.probabilities]).toEqual([...known.probabilities]);
    expect([...later.expected]).toEqual([...known.expected]);
  });

  test('with too little to learn from BG/NBD speaks alone', async () => {
    const said = await forecast(await openShop({ customers: 20, end: asOf }));
    expect(said.model).toBe('rhythm');
    expect(said.probabilities.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
  });

  test('is not asked of walk-ins and of those who denied profiling', async () => {
    const shop = await openShop({ customers: 20, end: asOf }, (ord) => ({
      ...(ord === 3 && { walkIn: true }),
      ...(ord === 4 && { profiling: 'denied' as const }),
    }));
    const said = await forecast(shop);
    expect(said.probabilities[2]).not.toBeNaN();
    expect(said.probabilities[3]).toBeNaN();
    expect(said.probabilities[4]).toBeNaN();
  });

  test('without an order before the day there is nothing to say, and a cancel is obeyed', async () => {
    const none = await openShop({ customers: 0, end: asOf, late: 4 });
    const refused = await forecastRepurchase(none.db, input, jobOf());
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'no-orders' } });
    const some = await openShop({ customers: 40, end: asOf });
    const stopped = await forecastRepurchase(some.db, input, jobOf(AbortSignal.abort()));
    expect(stopped).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
  });
});
