import { expect, test } from 'vitest';
import { findRecord } from '#db/sealed-table.ts';
import { undoLast } from '#db/undo.ts';
import {
  customerAt,
  fillTestDatabase,
  orderAt,
  testNow,
} from '#workers/segment/fixtures/fill-test-database.ts';
import { changeMany } from './change-many.ts';

const { signal } = new AbortController();
const shop = () =>
  fillTestDatabase(
    [customerAt(0, {}), customerAt(1, {}), customerAt(2, {})],
    [],
    [orderAt(0, 'c0', '2025-01-02', 100), orderAt(1, 'c2', '2025-01-03', 100)],
  );

test('many deleted at once take along what belongs to them, and come back as one', async () => {
  const db = await shop();
  const input = { ords: Uint32Array.of(0, 1), change: { kind: 'delete' } as const, now: testNow };
  const done = await changeMany(db, input, signal, () => undefined);
  expect(done).toEqual({ ok: true, value: { changed: 2, same: 0 } });
  expect((await findRecord(db, 'orders', 'o0'))?.deletedAt).toBe(testNow);
  expect((await findRecord(db, 'orders', 'o1'))?.deletedAt).toBeUndefined();
  await undoLast(db, testNow + 1);
  expect((await findRecord(db, 'customers', 'c1'))?.deletedAt).toBeUndefined();
  expect((await findRecord(db, 'orders', 'o0'))?.deletedAt).toBeUndefined();
});

test('who is so already is not written', async () => {
  const db = await shop();
  const known = await findRecord(db, 'customers', 'c0');
  const change = { kind: 'lifecycle', value: known?.lifecycle ?? 'active' } as const;
  const before = known?.rev;
  await changeMany(db, { ords: Uint32Array.of(0), change, now: testNow }, signal, () => undefined);
  expect((await findRecord(db, 'customers', 'c0'))?.rev).toBe(before);
});
