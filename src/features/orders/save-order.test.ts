import { expect, test } from 'vitest';
import { addProduct, startOrder } from '#core/sales/edit-order.ts';
import type { Order, OrderKind } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { undoLast } from '#db/undo.ts';
import { acceptQuote, deleteOrder, keepDraft, saveOrder } from './save-order.ts';

const now = Date.UTC(2026, 10, 26, 12);

const taken = (id: string, kind: OrderKind = 'order', date = '2026-11-26'): Order =>
  addProduct(
    startOrder({ id, now, date, customerId: 'c', kind, currency: 'EUR' }),
    { id: 'tea', createdAt: 0, updatedAt: 0, rev: 1, sku: 'T', name: 'Tea', price: 5, custom: {} },
    0,
  );

const saved = async (db: Database, order: Order) => {
  const result = await saveOrder(db, order, now);
  if (!result.ok) throw new Error(result.refusal.code);
  return (await findRecord(db, 'orders', order.id)) as Order;
};

test('orders are numbered per kind and year, and a deleted one keeps its number', async () => {
  const db = await openTestDatabase();
  expect((await saved(db, taken('a'))).number).toBe('2026-0001');
  const second = await saved(db, taken('b'));
  expect(second).toMatchObject({ number: '2026-0002', status: 'open' });
  await deleteOrder(db, second, now);
  expect((await saved(db, taken('c'))).number).toBe('2026-0003');
  expect((await saved(db, taken('d', 'quote'))).number).toBe('2026-0001');
  expect((await saved(db, taken('e', 'order', '2027-01-02'))).number).toBe('2027-0001');
});

test('twenty orders saved at once get twenty numbers', async () => {
  const db = await openTestDatabase();
  const ids = Array.from({ length: 20 }, (_, at) => `o${at}`);
  const all = await Promise.all(ids.map((id) => saveOrder(db, taken(id), now)));
  const numbers = new Set(all.map((result) => (result.ok ? result.value.number : '')));
  expect(numbers.size).toBe(20);
  expect(numbers).toContain('2026-0020');
});

test('a number an imported file uses is not given again', async () => {
  const db = await openTestDatabase();
  await keepDraft(db, { ...taken('i'), number: '2026-0001', externalId: '2026-0001' }, now);
  expect((await saved(db, taken('a'))).number).toBe('2026-0002');
});

test('an edited order keeps its number', async () => {
  const db = await openTestDatabase();
  const first = await saved(db, taken('a'));
  expect(await saved(db, { ...first, note: 'ring twice' })).toMatchObject({
    number: '2026-0001',
    note: 'ring twice',
  });
});

test('saving a draft is undone to the draft, not to nothing', async () => {
  const db = await openTestDatabase();
  await keepDraft(db, taken('a'), now);
  const draft = (await findRecord(db, 'orders', 'a')) as Order;
  await saved(db, draft);
  expect((await undoLast(db, now)).ok).toBe(true);
  expect(await findRecord(db, 'orders', 'a')).toMatchObject({ status: 'draft', number: '' });
});

test('an accepted quote becomes an order and is done; one undo takes both back', async () => {
  const db = await openTestDatabase();
  const quote = await saved(db, taken('q', 'quote'));
  const order = await acceptQuote(db, quote, now);
  if (!order.ok) throw new Error(order.refusal.code);
  expect(order.value).toMatchObject({ kind: 'order', fromId: 'q', totalMinor: 500 });
  expect(await findRecord(db, 'orders', 'q')).toMatchObject({ status: 'done' });
  await undoLast(db, now);
  expect(await findRecord(db, 'orders', 'q')).toMatchObject({ status: 'open' });
  expect(await findRecord(db, 'orders', order.value.id)).toBeUndefined();
});
