import { expect, test } from 'vitest';
import { commit, type Write } from './commit.ts';
import type { Database } from './database.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { mergeCustomers, unmergeCustomers } from './merge-customers.ts';
import { findByExternalIds, findRecord, listRecords } from './sealed-table.ts';
import { undoLast } from './undo.ts';

const base = (id: string) => ({ id, createdAt: 0, updatedAt: 0, rev: 0, custom: {} });
const deal = { stage: 'won', productIds: [], stageHistory: [] } as const;

const open = async () => {
  const db = await openTestDatabase();
  const writes: Write[] = [
    { table: 'customers', record: newCustomer('w', { name: 'River', phones: ['1'] }) },
    {
      table: 'customers',
      record: newCustomer('l', { name: 'River Ltd', phones: ['2'], industry: 'food' }),
    },
    {
      table: 'deals',
      record: {
        ...base('d1'),
        name: 'One',
        customerId: 'l',
        ...deal,
        productIds: [],
        stageHistory: [],
      },
    },
    {
      table: 'deals',
      record: {
        ...base('d2'),
        name: 'Two',
        customerId: 'l',
        ...deal,
        productIds: [],
        stageHistory: [],
      },
    },
    {
      table: 'consents',
      record: {
        ...base('n'),
        customerId: 'l',
        purpose: 'contact',
        state: 'given',
        basis: 'asked',
        at: 1,
      },
    },
    {
      table: 'recommendations',
      record: { ...base('r'), customerId: 'l', kind: 'visit', reason: 'late', status: 'open' },
    },
  ];
  await commit(db, { label: 'customers-changed', now: 1, writes });
  return db;
};

const merge = (db: Database) =>
  mergeCustomers(db, { winnerId: 'w', loserId: 'l', choices: { name: 'loser' }, now: 5 });

const everything = async (db: Database) => {
  const tables = ['customers', 'deals', 'consents', 'recommendations'] as const;
  const all = await Promise.all(tables.map((table) => listRecords(db, table)));
  return all.flat().map(({ rev, updatedAt, ...rest }) => rest);
};

test('everything of the second customer belongs to the first, and undo is exact', async () => {
  const db = await open();
  const before = await everything(db);
  expect((await merge(db)).ok).toBe(true);
  for (const table of ['deals', 'consents', 'recommendations'] as const)
    for (const record of await listRecords(db, table)) expect(record.customerId).toBe('w');
  expect(await findRecord(db, 'customers', 'w')).toMatchObject({
    name: 'River Ltd',
    phones: ['1', '2'],
    industry: 'food',
  });
  expect(await findRecord(db, 'customers', 'l')).toMatchObject({ deletedAt: 5, mergedInto: 'w' });
  await undoLast(db, 6);
  expect(await everything(db)).toEqual(before);
});

test('taken apart after other work: what is still merged goes back, what was done since stays', async () => {
  const db = await open();
  await merge(db);
  const winner = await findRecord(db, 'customers', 'w');
  const moved = await findRecord(db, 'deals', 'd2');
  if (winner === undefined || moved === undefined) throw new Error('lost');
  await commit(db, {
    label: 'customers-changed',
    now: 6,
    writes: [
      { table: 'customers', record: { ...winner, name: 'River Foods', phones: ['1', '2', '3'] } },
      { table: 'deals', record: { ...moved, customerId: 'other' } },
    ],
  });
  expect((await unmergeCustomers(db, { loserId: 'l', now: 7 })).ok).toBe(true);
  const apart = await findRecord(db, 'customers', 'w');
  expect(apart).toMatchObject({ name: 'River Foods', phones: ['1', '3'] });
  expect(apart?.industry).toBeUndefined();
  expect((await findRecord(db, 'deals', 'd1'))?.customerId).toBe('l');
  expect((await findRecord(db, 'deals', 'd2'))?.customerId).toBe('other');
  const back = await findRecord(db, 'customers', 'l');
  expect(back).toMatchObject({ name: 'River Ltd', phones: ['2'] });
  expect(back?.mergedInto ?? back?.deletedAt).toBeUndefined();
});

test('nothing is taken apart twice, and a customer is not merged with itself or one in the trash', async () => {
  const db = await open();
  await merge(db);
  expect(await merge(db)).toMatchObject({ refusal: { code: 'not-found' } });
  await unmergeCustomers(db, { loserId: 'l', now: 7 });
  const again = await unmergeCustomers(db, { loserId: 'l', now: 8 });
  expect(again).toMatchObject({ refusal: { code: 'not-found' } });
  const self = await mergeCustomers(db, { winnerId: 'w', loserId: 'w', choices: {}, now: 9 });
  expect(self.ok).toBe(false);
});

test('a file that still names the second customer means the one it was merged into', async () => {
  const db = await openTestDatabase();
  const writes: Write[] = [
    { table: 'customers', record: newCustomer('w', { externalId: 'W-1' }) },
    { table: 'customers', record: newCustomer('l', { externalId: 'L-1' }) },
  ];
  await commit(db, { label: 'customers-changed', now: 1, writes });
  await merge(db);
  const known = await findByExternalIds(db, 'customers', ['W-1', 'L-1', 'X-1']);
  expect([...known].map(([text, { id }]) => [text, id])).toEqual([
    ['W-1', 'w'],
    ['L-1', 'w'],
  ]);
});

test('the parts of the second company become parts of the first, and go back with it', async () => {
  const db = await openTestDatabase();
  const writes: Write[] = [
    { table: 'customers', record: newCustomer('w', { parentId: 'l' }) },
    { table: 'customers', record: newCustomer('l') },
    { table: 'customers', record: newCustomer('p', { parentId: 'l' }) },
  ];
  await commit(db, { label: 'customers-changed', now: 1, writes });
  const ids = { winnerId: 'w', loserId: 'l', partIds: ['w', 'p'] };
  await mergeCustomers(db, { ...ids, choices: {}, now: 5 });
  expect((await findRecord(db, 'customers', 'p'))?.parentId).toBe('w');
  expect((await findRecord(db, 'customers', 'w'))?.parentId).toBeUndefined();
  expect((await unmergeCustomers(db, { loserId: 'l', now: 6 })).ok).toBe(true);
  expect((await findRecord(db, 'customers', 'p'))?.parentId).toBe('l');
  expect((await findRecord(db, 'customers', 'w'))?.parentId).toBe('l');
});
