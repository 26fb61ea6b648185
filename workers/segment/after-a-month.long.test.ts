import { expect, test } from 'vitest';
import type { Customer } from '#core/customers/customer.ts';
import { dayMs, dayText } from '#core/day-number.ts';
import type { Order } from '#core/sales/order.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { prepareBatch, writeBatch } from '#db/bulk-write.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import { findSegments } from './find-segments.ts';
import { demoCustomers, demoNow, fillWithDemo } from './fixtures/demo-customers.ts';
import { testJournal } from './fixtures/fill-test-database.ts';

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

const later = demoNow + 30 * dayMs;
const isKnown = ({ createdAt }: { readonly createdAt: number }) => createdAt <= demoNow;
/** The demo as it is a month later, with five in a hundred customers more. */
const all = demoCustomers(5_250, later);
const before = all.slice(0, 5_000);

type Asked = Pick<Parameters<typeof findSegments>[1], 'source' | 'k'>;
type Found = { readonly run: SegmentRun; readonly labels: Int32Array };

const find = async (db: Database, asked: Asked, now: number): Promise<Found> => {
  const input = { columns: [], log: [], scale: 'standard', seed: 1, now, ...asked } as const;
  const found = await findSegments(db, input, job);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

/** Brings in customers and orders like an import. */
const bringIn = async (
  db: Database,
  customers: readonly Customer[],
  orders: readonly Order[],
): Promise<void> => {
  const [first, place] = [
    customers.length === 0 ? 0 : await reserveOrds(db, 'customers', customers.length),
    await reserveOrds(db, 'orders', orders.length),
  ];
  const records = {
    customers: customers.map((customer, at) => ({ ...customer, ord: first + at })),
    orders: orders.map((order, at) => ({ ...order, ord: place + at })),
  };
  const batch = await prepareBatch(db, { importId: 'i2', records });
  const journal = { ...testJournal, id: 'i2' };
  const written = await writeBatch(db, batch, { journal, now: later });
  if (!written.ok) throw new Error(written.refusal.code);
};

/** The orders of the last thirty days, and the new customers with all of theirs. */
const addMonth = (db: Database): Promise<void> => {
  const fresh = all.slice(before.length);
  return bringIn(
    db,
    fresh.map(({ customer }) => customer),
    [
      ...before.flatMap(({ orders }) => orders.filter((order) => !isKnown(order))),
      ...fresh.flatMap(({ orders }) => orders),
    ],
  );
};

/** Of all who are in either segment, the share that is in both; only customers of both runs count. */
const jaccard = (old: Found, was: number, now: Found, is: number): number => {
  let [both, either] = [0, 0];
  for (let place = 0; place < before.length; place += 1) {
    if ((old.labels[place] ?? -1) < 0 || (now.labels[place] ?? -1) < 0) continue;
    const [left, right] = [old.labels[place] === was, now.labels[place] === is];
    if (left && right) both += 1;
    if (left || right) either += 1;
  }
  return both / Math.max(1, either);
};

const identity = ({ id, name, customName, colour }: SegmentRun['segments'][number]) => ({
  id,
  name,
  customName,
  colour,
});

test.each([
  { source: 'buying', k: 'auto' },
  { source: 'rfm', k: 5 },
] as const)(
  'a month and 250 customers later $source, $k: what survives keeps id, name and colour, what does not is said to be gone',
  async (asked) => {
    const db = await fillWithDemo(before, isKnown);
    const old = await find(db, asked, demoNow);
    const named = old.run.segments.map((segment, at) =>
      at === 0 ? { ...segment, customName: 'Our best' } : segment,
    );
    const record = { ...old.run, segments: named };
    await commit(db, {
      label: 'segment-renamed',
      now: demoNow,
      writes: [{ table: 'segmentRuns', record }],
    });
    await addMonth(db);
    const now = await find(db, asked, later);
    let survived = 0;
    named.forEach((segment, was) => {
      const is = now.run.segments.findIndex((_, at) => jaccard(old, was, now, at) >= 0.5);
      const goesOn = now.run.segments[is];
      if (goesOn === undefined) {
        expect(now.run.segments.map(({ id }) => id)).not.toContain(segment.id);
        expect(now.run.before?.segments.map(({ id }) => id)).toContain(segment.id);
        return;
      }
      survived += 1;
      expect(identity(goesOn)).toEqual(identity(segment));
    });
    expect(survived).toBeGreaterThanOrEqual(named.length - 1);
  },
  300_000,
);

test('newcomers turn out to have bought for years: their segment has dissolved, and is said to have', async () => {
  const db = await fillWithDemo(before, isKnown);
  const asked = { source: 'buying', k: 'auto' } as const;
  const old = await find(db, asked, demoNow);
  const fresh = old.run.segments.findIndex(({ name }) => name.en === 'New');
  const longAgo = demoNow - 700 * dayMs;
  const forgotten = before.flatMap(({ orders: [order] }, place): Order[] =>
    order === undefined || old.labels[place] !== fresh
      ? []
      : [{ ...order, id: `${order.id}.old`, date: dayText(longAgo / dayMs), createdAt: longAgo }],
  );
  await bringIn(db, [], forgotten);
  const now = await find(db, asked, later);
  const id = old.run.segments[fresh]?.id;
  expect(now.run.segments.map((segment) => segment.id)).not.toContain(id);
  expect(now.run.before?.segments.map((segment) => segment.id)).toContain(id);
}, 300_000);
