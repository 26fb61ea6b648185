import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { removeImport } from '#db/remove-import.ts';
import { findRecord } from '#db/sealed-table.ts';
import { undoLast } from '#db/undo.ts';
import {
  customerAt,
  fillTestDatabase,
  orderAt,
  testNow,
} from '#workers/segment/fixtures/fill-test-database.ts';
import { findOrds, readRows, sumDirectory } from './answer-directory.ts';
import { loadCustomFields, readFields } from './read-fields.ts';
import { refreshDirectory } from './refresh-directory.ts';

const all = { search: '', filters: [], sort: { column: 'name', descending: false } };

const bookOfThree = () =>
  fillTestDatabase(
    [
      customerAt(0, { size: 3 }, { name: 'Zeta', address: { city: 'Leeds' } }),
      customerAt(1, { size: 1 }, { name: 'Alpha' }),
      customerAt(2, { size: 2 }, { name: '云禾' }),
    ],
    ['size'],
    [
      orderAt(0, 'c0', '2024-03-01', 500),
      orderAt(1, 'c0', '2024-05-01', 700),
      orderAt(2, 'c2', '2024-04-01', 100),
    ],
  );

const edit = async (db: Database, id: string, change: object) => {
  const record = await findRecord(db, 'customers', id);
  if (record === undefined) throw new Error('not there');
  const writes = [{ table: 'customers' as const, record: { ...record, ...change } }];
  await commit(db, { label: 'customer-saved', now: testNow, writes });
};

test('rows show the last order, the number of orders and the revenue', async () => {
  const directory = await refreshDirectory(await bookOfThree());
  const [row] = readRows(directory, [0]);
  expect(row).toMatchObject({
    name: 'Zeta',
    city: 'Leeds',
    orders: 2,
    revenueMinor: 1200,
    lastOrderDay: Date.UTC(2024, 4, 1) / 86_400_000,
    probability: null,
    segment: null,
  });
  expect(sumDirectory(directory)).toEqual({
    customers: 3,
    orders: 3,
    revenueMinor: 1300,
    scored: 0,
  });
});

test('an edited customer moves in the list, one in the trash leaves it', async () => {
  const db = await bookOfThree();
  let directory = await refreshDirectory(db);
  const names = () =>
    readRows(directory, [...findOrds(directory, all).ords]).map(({ name }) => name);
  expect(names()).toEqual(['云禾', 'Alpha', 'Zeta']);
  await edit(db, 'c1', { name: 'Zulu' });
  directory = await refreshDirectory(db, directory);
  expect(names()).toEqual(['云禾', 'Zeta', 'Zulu']);
  await edit(db, 'c0', { deletedAt: testNow });
  directory = await refreshDirectory(db, directory);
  expect(names()).toEqual(['云禾', 'Zulu']);
  expect(sumDirectory(directory)).toMatchObject({ customers: 2, orders: 1 });
});

test('a removed import leaves nobody behind', async () => {
  const db = await bookOfThree();
  let directory = await refreshDirectory(db);
  await removeImport(db, 'i1', { now: testNow });
  directory = await refreshDirectory(db, directory);
  expect(findOrds(directory, all).total).toBe(0);
  expect(sumDirectory(directory)).toEqual({ customers: 0, orders: 0, revenueMinor: 0, scored: 0 });
});

test('scores of the model in use and segments of the run in use, none of any other', async () => {
  const db = await bookOfThree();
  const ids = ['c0', 'c1', 'c2'];
  const write = (meta: { activeModel?: string | null; activeSegmentRun?: string }) =>
    commit(db, {
      label: 'model-trained',
      now: testNow,
      writes: [],
      undoable: false,
      columns: [
        { set: 'scores.m1', first: 0, ids, columns: { probability: [0.1, 0.7, 0.4] } },
        { set: 'segments.r1', first: 0, ids, columns: { segment: [2, -1, 0] } },
      ],
      meta,
    });
  await write({ activeModel: 'm1', activeSegmentRun: 'r1' });
  let directory = await refreshDirectory(db);
  const best = { ...all, sort: { column: 'probability', descending: true } };
  expect([...findOrds(directory, best).ords]).toEqual([1, 2, 0]);
  expect(readRows(directory, [0, 1, 2]).map(({ segment }) => segment)).toEqual([2, null, 0]);
  const inSegment = { ...all, filters: [{ column: 'segment', operator: 'is' as const, value: 0 }] };
  expect([...findOrds(directory, inSegment).ords]).toEqual([2]);
  await write({ activeModel: null });
  directory = await refreshDirectory(db, directory);
  expect(readRows(directory, [1])[0]?.probability).toBe(null);
});

test('own fields are opened when asked for, and follow edits from then on', async () => {
  const db = await bookOfThree();
  let directory = await refreshDirectory(db);
  const bySize = { ...all, sort: { column: 'custom:size', descending: false } };
  await loadCustomFields(db, directory, ['size']);
  expect([...findOrds(directory, bySize).ords]).toEqual([1, 2, 0]);
  await edit(db, 'c1', { custom: { size: 9 } });
  directory = await refreshDirectory(db, directory);
  await loadCustomFields(db, directory, ['size']);
  expect([...findOrds(directory, bySize).ords]).toEqual([2, 0, 1]);
});

test('own fields read while nobody asks know what was written meanwhile', async () => {
  const db = await bookOfThree();
  let directory = await refreshDirectory(db);
  const reading = readFields(db, directory);
  await edit(db, 'c1', { custom: { size: 9, colour: 'blue' } });
  directory = await refreshDirectory(db, directory);
  await reading;
  await loadCustomFields(db, directory, ['size', 'nobody_has_it']);
  const find = (column: string) => [
    ...findOrds(directory, { ...all, sort: { column, descending: false } }).ords,
  ];
  expect(find('custom:size')).toEqual([2, 0, 1]);
  expect(find('custom:colour')).toEqual([1, 0, 2]);
  expect(find('custom:nobody_has_it')).toEqual([0, 1, 2]);
});

test('an answer may be handed over without spoiling the next one', async () => {
  const directory = await refreshDirectory(await bookOfThree());
  const first = findOrds(directory, all).ords;
  structuredClone(first, { transfer: [first.buffer as ArrayBuffer] });
  expect(findOrds(directory, all).total).toBe(3);
});

const activity = (id: string, customerId: string, day: string, more: object = {}) => ({
  table: 'activities' as const,
  record: {
    id,
    createdAt: 0,
    updatedAt: 0,
    rev: 0,
    customerId,
    type: 'visit' as const,
    startAt: Date.parse(`${day}T12:00:00`),
    outcome: 'interested' as const,
    text: '',
    custom: {},
    ...more,
  },
});

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

test('[L7] the next visit is due by the own rhythm, else by the class, counted from the last visit', async () => {
  const db = await fillTestDatabase(
    [
      customerAt(0, {}, { class: 'A', createdAt: Date.parse('2025-01-01T12:00:00') }),
      customerAt(1, {}, { class: 'A', visitIntervalDays: 3 }),
      customerAt(2, {}),
      customerAt(3, {}, { class: 'B', lifecycle: 'lost' }),
    ],
    [],
  );
  await commit(db, {
    label: 'activity-saved',
    now: testNow,
    writes: [
      activity('a1', 'c1', '2025-02-10'),
      activity('a2', 'c1', '2025-02-20'),
      activity('a3', 'c1', '2025-02-25', { type: 'call' }),
      activity('a4', 'c1', '2025-02-26', { type: 'call', outcome: 'nocontact' }),
    ],
  });
  const directory = await refreshDirectory(db);
  const [never, own, ...none] = readRows(directory, [0, 1, 2, 3]);
  expect(never).toMatchObject({ dueDay: day('2025-01-15'), lastVisitDay: null, visits: 0 });
  expect(own).toMatchObject({
    dueDay: day('2025-02-23'),
    lastVisitDay: day('2025-02-20'),
    lastContactDay: day('2025-02-25'),
    visits: 2,
  });
  expect(none.map(({ dueDay }) => dueDay)).toEqual([null, null]);
  const due = {
    ...all,
    filters: [{ column: 'dueDay', operator: 'at-most' as const, value: '2025-02-01' }],
    sort: { column: 'dueDay', descending: false },
  };
  expect([...findOrds(directory, due).ords]).toEqual([0]);
});

test('a visit taken back is no longer the last one', async () => {
  const db = await bookOfThree();
  let directory = await refreshDirectory(db);
  await commit(db, {
    label: 'activity-saved',
    now: testNow,
    writes: [activity('a1', 'c1', '2025-02-10')],
  });
  directory = await refreshDirectory(db, directory);
  expect(readRows(directory, [1])[0]?.lastVisitDay).toBe(day('2025-02-10'));
  await undoLast(db, testNow);
  directory = await refreshDirectory(db, directory);
  expect(readRows(directory, [1])[0]).toMatchObject({ lastVisitDay: null, visits: 0 });
});
