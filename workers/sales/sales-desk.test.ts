import { describe, expect, test } from 'vitest';
import { orderHeadsOf } from '#core/customers/order-heads.ts';
import { addOrders, emptySummary } from '#core/customers/summarise-orders.ts';
import { dayNumber } from '#core/day-number.ts';
import { addProduct, returnOrder, startOrder } from '#core/sales/edit-order.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import { readColumns } from '#db/columns.ts';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import {
  answerOrders,
  answerProducts,
  openDesk,
  refreshOrders,
  refreshProducts,
} from './sales-desk.ts';

const tea: Product = {
  id: 'tea',
  createdAt: 0,
  updatedAt: 0,
  rev: 0,
  sku: 'T-1',
  name: 'Tea',
  category: 'Drinks',
  price: 10,
  currency: 'EUR',
  custom: {},
};

const taken = (id: string, date: string, part: Partial<Order> = {}): Order => ({
  ...addProduct(
    startOrder({ id, now: 1, date, customerId: 'c', kind: 'order', currency: 'EUR' }),
    tea,
    0,
  ),
  status: 'open',
  ...part,
});

const put = async (
  db: Database,
  writes: readonly Write[],
  label: 'order-saved' | 'product-saved',
) => {
  const done = await commit(db, { label, now: 1, writes });
  if (!done.ok) throw new Error(done.refusal.code);
};
const order = (record: Order): Write => ({ table: 'orders', record });
const product = (record: Product): Write => ({ table: 'products', record });

const revenue = async (db: Database) => {
  const summary = emptySummary(1);
  for (const chunk of await readColumns(db, 'orders.head'))
    addOrders(
      summary,
      orderHeadsOf(chunk, () => 0),
    );
  return {
    revenueMinor: summary.revenueMinor[0],
    orders: summary.orders[0],
    lastDay: summary.lastDay[0],
  };
};

describe('the sales desk', () => {
  test('[P1] finds a product as soon as it is saved, and by its new name after an edit', async () => {
    const db = await openTestDatabase();
    const desk = openDesk(db);
    const ask = async (search: string) => {
      await refreshProducts(desk);
      return answerProducts(desk, { search, language: 'en' }).ids;
    };
    expect(await ask('tea')).toEqual([]);
    await put(db, [product(tea)], 'product-saved');
    expect(await ask('tea')).toEqual(['tea']);
    await put(db, [product({ ...tea, rev: 1, name: 'Coffee' })], 'product-saved');
    expect(await ask('tea')).toEqual([]);
    expect(await ask('coff')).toEqual(['tea']);
  });

  test('[P1] does not open the catalogue again because an order was written', async () => {
    const db = await openTestDatabase();
    const desk = openDesk(db);
    await put(db, [product(tea)], 'product-saved');
    await refreshProducts(desk);
    const { products } = desk;
    await put(db, [order(taken('o', '2026-11-26'))], 'order-saved');
    await refreshProducts(desk);
    expect(desk.products).toBe(products);
  });

  test('[P2] lists orders of the newest day first, narrowed by kind and status', async () => {
    const db = await openTestDatabase();
    const desk = openDesk(db);
    await put(
      db,
      [
        order(taken('a', '2026-11-20')),
        order(taken('b', '2026-11-26', { kind: 'quote' })),
        order(taken('c', '2026-11-26', { status: 'draft' })),
      ],
      'order-saved',
    );
    const ask = async (query: { kind?: 'quote'; status?: 'draft' }) => {
      await refreshOrders(desk);
      return answerOrders(desk, { ...query, from: 0, count: 60 });
    };
    expect(await ask({})).toEqual({ ids: ['c', 'b', 'a'], total: 3, all: 3 });
    expect((await ask({ kind: 'quote' })).ids).toEqual(['b']);
    expect((await ask({ status: 'draft' })).ids).toEqual(['c']);
    await put(db, [order({ ...taken('a', '2026-11-27'), rev: 1, ord: 0 })], 'order-saved');
    expect((await ask({})).ids[0]).toBe('a');
  });
});

describe('an order taken on the tablet', () => {
  test('[P3] counts in revenue when it is saved, not as a draft and not when cancelled', async () => {
    const db = await openTestDatabase();
    await put(db, [order(taken('o', '2026-11-26', { status: 'draft' }))], 'order-saved');
    expect(await revenue(db)).toMatchObject({ revenueMinor: 0, orders: 0 });
    await put(db, [order({ ...taken('o', '2026-11-26'), rev: 1, ord: 0 })], 'order-saved');
    expect(await revenue(db)).toEqual({
      revenueMinor: 1000,
      orders: 1,
      lastDay: dayNumber('2026-11-26'),
    });
    const cancelled = taken('o', '2026-11-26', { rev: 2, ord: 0, status: 'cancelled' });
    await put(db, [order(cancelled)], 'order-saved');
    expect(await revenue(db)).toMatchObject({ revenueMinor: 0, orders: 0 });
  });

  test('comes back as an imported return does: revenue falls, no visit more', async () => {
    const db = await openTestDatabase();
    const sold = taken('o', '2026-11-20');
    const start = {
      id: 'r',
      now: 2,
      date: '2026-11-26',
      customerId: 'c',
      kind: 'return',
      currency: 'EUR',
    } as const;
    const back: Order = { ...returnOrder(sold, start), status: 'done' };
    await put(db, [order(sold), order(back)], 'order-saved');
    expect(await revenue(db)).toEqual({
      revenueMinor: 0,
      orders: 1,
      lastDay: dayNumber('2026-11-20'),
    });
    // As the import makes it: kind return, quantities and total below zero [I6].
    expect(back).toMatchObject({ kind: 'return', totalMinor: -1000 });
    expect(back.lines[0]).toMatchObject({ quantity: -1, totalMinor: -1000 });
  });
});
