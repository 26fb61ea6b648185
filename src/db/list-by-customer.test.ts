import { expect, test } from 'vitest';
import type { Activity } from '#core/customers/activity.ts';
import { commit } from './commit.ts';
import { openTestDatabase } from './fixtures/open-test-database.ts';
import { listNewestOf, listOf } from './list-by-customer.ts';

const activity = (id: string, customerId: string, startAt: number): Activity => ({
  id,
  createdAt: 1,
  updatedAt: 1,
  rev: 0,
  customerId,
  type: 'call',
  startAt,
  outcome: 'none',
  text: id,
  custom: {},
});

const save = async (records: readonly Activity[]) => {
  const db = await openTestDatabase();
  const writes = records.map((record) => ({ table: 'activities' as const, record }));
  await commit(db, { label: 'activity-saved', now: 9, writes });
  return db;
};

test('the newest of one customer come first, those of others and of the trash not at all', async () => {
  const db = await save([
    activity('old', 'ada', 10),
    activity('new', 'ada', 30),
    activity('other', 'bob', 40),
    { ...activity('gone', 'ada', 50), deletedAt: 60 },
  ]);
  const found = await listNewestOf(db, 'activities', 'ada', { limit: 10 });
  expect(found.map(({ text }) => text)).toEqual(['new', 'old']);
});

test('a page begins where the one before ended', async () => {
  const db = await save([1, 2, 3, 4, 5].map((at) => activity(`a${at}`, 'ada', at)));
  const page = await listNewestOf(db, 'activities', 'ada', { limit: 2, upTo: 3 });
  expect(page.map(({ startAt }) => startAt)).toEqual([3, 2]);
});

test('contacts in the trash are not listed with a customer', async () => {
  const db = await openTestDatabase();
  const contact = {
    id: 'c',
    createdAt: 1,
    updatedAt: 1,
    rev: 0,
    customerId: 'ada',
    name: 'Eve',
    phones: [],
    emails: [],
    custom: {},
  };
  const writes = [
    { table: 'contacts' as const, record: contact },
    { table: 'contacts' as const, record: { ...contact, id: 'd', deletedAt: 3 } },
  ];
  await commit(db, { label: 'contact-saved', now: 2, writes });
  expect((await listOf(db, 'contacts', 'ada', 60)).map(({ id }) => id)).toEqual(['c']);
});
