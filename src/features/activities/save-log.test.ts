import { expect, test } from 'vitest';
import { emptyLogDraft } from '#core/customers/log-draft.ts';
import { commit } from '#db/commit.ts';
import { newCustomer, openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { undoLast } from '#db/undo.ts';
import { saveLog } from './save-log.ts';

const task = {
  id: 't1',
  createdAt: 0,
  updatedAt: 0,
  rev: 0,
  customerId: 'c1',
  title: 'Visit',
  type: 'visit',
  dueAt: 0,
  status: 'open',
  custom: {},
} as const;

const shop = async () => {
  const db = await openTestDatabase();
  await commit(db, {
    label: 'customer-saved',
    now: 1,
    writes: [
      { table: 'customers', record: newCustomer('c1', { lifecycle: 'lead' }) },
      { table: 'tasks', record: task },
    ],
  });
  return db;
};

const draft = {
  ...emptyLogDraft('a1', 'c1'),
  outcome: 'order',
  text: 'Forty boxes.',
  taskId: 't1',
  next: { type: 'call', title: 'Ask how they sell', dueAt: 9_000 },
} as const;

test('one save writes the visit and its next step, ticks the task off and makes the lead active', async () => {
  const db = await shop();
  expect((await saveLog(db, draft, 5_000)).ok).toBe(true);
  expect(await findRecord(db, 'activities', 'a1')).toMatchObject({
    outcome: 'order',
    text: 'Forty boxes.',
    startAt: 5_000,
  });
  const tasks = await listRecords(db, 'tasks', { index: 'customerId', equals: 'c1' });
  expect(new Map(tasks.map(({ title, status }) => [title, status]))).toEqual(
    new Map([
      ['Visit', 'done'],
      ['Ask how they sell', 'open'],
    ]),
  );
  expect((await findRecord(db, 'customers', 'c1'))?.lifecycle).toBe('active');
});

test('one undo takes all of it back', async () => {
  const db = await shop();
  await saveLog(db, draft, 5_000);
  await undoLast(db, 6_000);
  expect(await listRecords(db, 'activities')).toEqual([]);
  expect((await listRecords(db, 'tasks')).map(({ status }) => status)).toEqual(['open']);
  expect((await findRecord(db, 'customers', 'c1'))?.lifecycle).toBe('lead');
});

test('a draft saved twice, because its tab was killed in between, is logged once', async () => {
  const db = await shop();
  await saveLog(db, draft, 5_000);
  const again = await saveLog(db, draft, 6_000);
  expect(again).toMatchObject({ ok: false, refusal: { code: 'edit-conflict' } });
  expect(await listRecords(db, 'activities')).toHaveLength(1);
});
