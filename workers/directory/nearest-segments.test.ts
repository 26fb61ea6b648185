import { expect, test } from 'vitest';
import type { Customer } from '#core/customers/customer.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { findSegments } from '#workers/segment/find-segments.ts';
import {
  customerAt,
  fillTestDatabase,
  orderAt,
  testNow,
} from '#workers/segment/fixtures/fill-test-database.ts';
import { countValues, findOrds, readRows } from './answer-directory.ts';
import type { Directory } from './open-directory.ts';
import { refreshDirectory } from './refresh-directory.ts';

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

type Asked = Pick<Parameters<typeof findSegments>[1], 'source' | 'k'>;

const find = async (db: Database, asked: Asked) => {
  const input = {
    columns: [],
    log: [],
    scale: 'standard',
    seed: 1,
    now: testNow,
    ...asked,
  } as const;
  const found = await findSegments(db, input, job);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

/** The commit gives the next free place. */
const add = async (db: Database, { ord: _, ...record }: Customer) => {
  const saved = await commit(db, {
    label: 'customer-saved',
    now: testNow,
    writes: [{ table: 'customers', record }],
  });
  if (!saved.ok) throw new Error(saved.refusal.code);
};

const order = async (db: Database, customerId: string, date: string) => {
  const { ord: _, ...record } = orderAt(0, customerId, date, 9_000);
  await commit(db, {
    label: 'order-saved',
    now: testNow,
    writes: [{ table: 'orders', record: { ...record, id: 'late' } }],
  });
};

const rowOf = (directory: Directory, id: string) =>
  readRows(directory, [directory.ordOf.get(id) ?? -1])[0];

test('somebody new belongs at once where the nearest are, marked as provisional', async () => {
  const small = (ord: number) => customerAt(ord, { size: ord % 2 === 0 ? 10 + ord : 500 + ord });
  const db = await fillTestDatabase(
    Array.from({ length: 40 }, (_, ord) => small(ord)),
    ['size'],
  );
  const { run, labels } = await find(db, { source: 'columns', k: 2 });
  await add(db, { ...customerAt(40, { size: 505 }), id: 'fresh' });
  await add(db, { ...customerAt(41, { size: 505 }, { profiling: 'denied' }), id: 'denied' });
  const directory = await refreshDirectory(db);
  expect(rowOf(directory, 'fresh')).toMatchObject({ segment: labels[1], isProvisional: true });
  expect(rowOf(directory, 'denied')).toMatchObject({ segment: null, isProvisional: false });
  expect(rowOf(directory, 'c1')).toMatchObject({ segment: labels[1], isProvisional: false });
  const id = run.segments[labels[1] ?? -1]?.id ?? '';
  const inSegment = (value: string) =>
    findOrds(directory, {
      search: '',
      filters: [{ column: 'segment', operator: 'any-of', values: [value] }],
      sort: { column: 'ord', descending: false },
    }).ords;
  expect(inSegment(id)).toContain(directory.ordOf.get('fresh'));
  expect(inSegment(id)).toHaveLength(21);
  // A list kept before segments were named by id.
  expect(inSegment(String(labels[1]))).toHaveLength(21);
  expect(countValues(directory, 'segment')).toContainEqual({ value: id, count: 21 });
});

test('who orders for the first time leaves those without orders; a new search settles it', async () => {
  const customers = Array.from({ length: 41 }, (_, ord) => customerAt(ord, {}));
  const orders = customers.slice(0, 40).flatMap(({ id }, place) =>
    Array.from({ length: place % 2 === 0 ? 10 : 2 }, (_, turn) => {
      const month = place % 2 === 0 ? 12 - turn : 2 - turn;
      const date = `2024-${String(month).padStart(2, '0')}-${String(1 + (place % 27)).padStart(2, '0')}`;
      return orderAt(place * 10 + turn, id, date, 5_000 + 100 * place);
    }),
  );
  const numbered = orders.map((one, ord) => ({ ...one, id: `o${ord}`, ord }));
  const db = await fillTestDatabase(customers, [], numbered);
  const { run, labels } = await find(db, { source: 'buying', k: 2 });
  const apart = run.segments.length - 1;
  expect(labels[40]).toBe(apart);
  await order(db, 'c40', '2024-12-30');
  let directory = await refreshDirectory(db);
  const row = rowOf(directory, 'c40');
  expect(row?.isProvisional).toBe(true);
  expect(row?.segment).not.toBe(apart);
  await add(db, { ...customerAt(41, {}), id: 'lead' });
  directory = await refreshDirectory(db, directory);
  expect(rowOf(directory, 'lead')).toMatchObject({ segment: apart, isProvisional: true });
  await find(db, { source: 'buying', k: 2 });
  directory = await refreshDirectory(db, directory);
  for (const id of ['c40', 'lead']) expect(rowOf(directory, id)?.isProvisional).toBe(false);
});
