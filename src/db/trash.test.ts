import { expect, test } from 'vitest';
import { readColumns } from './columns.ts';
import { commit, type Write, writerLock } from './commit.ts';
import type { Database } from './database.ts';
import { exclusive } from './exclusive.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { countTrash, listTrash, trashMs } from './list-trash.ts';
import { emptyTrash, purgeTrash } from './purge-trash.ts';
import { listRecordHistory } from './record-history.ts';
import { countRecords, findRecord } from './sealed-table.ts';
import { deleteCustomers, restoreRecords } from './trash.ts';
import { findUndoable, undoLast } from './undo.ts';

const contact = (id: string, customerId: string): Write => ({
  table: 'contacts',
  record: {
    id,
    customerId,
    createdAt: 0,
    updatedAt: 0,
    rev: 0,
    name: id,
    phones: [],
    emails: [],
    custom: {},
  },
});

const open = async () => {
  const db = await openTestDatabase();
  const writes: Write[] = [
    { table: 'customers', record: newCustomer('river', { name: 'River' }) },
    { table: 'customers', record: newCustomer('hill', { name: 'Hill' }) },
    contact('ada', 'river'),
    contact('bob', 'river'),
  ];
  await commit(db, { label: 'customers-changed', now: 1, writes });
  return db;
};

const remove = async (db: Database, id: string, now: number) => {
  const record = await findRecord(db, 'contacts', id);
  if (record === undefined) throw new Error('not there');
  const writes: Write[] = [{ table: 'contacts', record: { ...record, deletedAt: now } }];
  await commit(db, { label: 'contact-deleted', now, writes });
};

test('a deleted customer takes its contacts along, as one line of the trash, and brings them back', async () => {
  const db = await open();
  await remove(db, 'bob', 5);
  expect((await deleteCustomers(db, ['river'], 10)).ok).toBe(true);
  const lines = await listTrash(db);
  expect(lines.map(({ record, companions }) => [record.id, companions])).toEqual([
    ['river', 1],
    ['bob', 0],
  ]);
  expect(await countTrash(db)).toBe(3);
  expect((await restoreRecords(db, [{ table: 'customers', id: 'river' }], 20)).ok).toBe(true);
  expect((await findRecord(db, 'contacts', 'ada'))?.deletedAt).toBeUndefined();
  // Deleted before, by itself: it stays where it was put.
  expect((await findRecord(db, 'contacts', 'bob'))?.deletedAt).toBe(5);
  expect((await undoLast(db, 30)).ok).toBe(true);
  expect((await findRecord(db, 'customers', 'river'))?.deletedAt).toBe(10);
});

test('a contact that comes back brings the customer it belongs to', async () => {
  const db = await open();
  await remove(db, 'bob', 5);
  await deleteCustomers(db, ['river'], 10);
  await restoreRecords(db, [{ table: 'contacts', id: 'bob' }], 20);
  expect(await listTrash(db)).toEqual([]);
});

test('after thirty days a customer is gone for good: rows, places, and what the log remembers', async () => {
  const db = await open();
  await deleteCustomers(db, ['river'], 10);
  expect(await purgeTrash(db, 10 + trashMs - 1)).toEqual({ ok: true, value: { removed: 0 } });
  expect(await purgeTrash(db, 10 + trashMs)).toEqual({ ok: true, value: { removed: 3 } });
  expect(await countRecords(db, 'contacts')).toBe(0);
  expect(await countRecords(db, 'customers')).toBe(1);
  const ids = (await readColumns(db, 'customers.directory')).flatMap((chunk) => chunk.ids);
  expect(ids.filter((id) => id !== null)).toEqual(['hill']);
  expect(await listRecordHistory(db, 'river')).toEqual([]);
  expect((await listRecordHistory(db, 'hill')).length).toBe(1);
  expect(await findUndoable(db)).toBeUndefined();
});

test('the trash is emptied at once when one wants it', async () => {
  const db = await open();
  await remove(db, 'bob', 5);
  expect(await emptyTrash(db, 6)).toEqual({ ok: true, value: { removed: 1 } });
  expect(await countTrash(db)).toBe(0);
  expect(await countRecords(db, 'contacts')).toBe(1);
});

test('views, fields and targets are listed, counted, brought back and gone after thirty days', async () => {
  const db = await openTestDatabase();
  const base = { createdAt: 0, updatedAt: 0, rev: 0 };
  const sort = { column: 'ord', descending: false };
  const view = { ...base, id: 'v', name: 'Lost ones', search: '', filters: [], sort };
  const field = { ...base, id: 'f', entity: 'customers', key: 'VAT', label: 'VAT' } as const;
  const target = { ...base, id: 't', period: '2026-11', metric: 'visits', value: 40 } as const;
  const put = (deletedAt: number, rev: number) =>
    commit(db, {
      label: 'records-restored',
      now: deletedAt,
      writes: [
        { table: 'savedViews', record: { ...view, rev, deletedAt } },
        {
          table: 'fieldDefinitions',
          record: { ...field, rev, deletedAt: deletedAt + 1, type: 'text', learnable: false },
        },
        { table: 'targets', record: { ...target, rev, deletedAt: deletedAt + 2 } },
      ],
    });
  await put(10, 0);
  const refs = (await listTrash(db)).map(({ table, record }) => ({ table, id: record.id }));
  expect(refs.map(({ id }) => id)).toEqual(['t', 'f', 'v']);
  expect(await countTrash(db)).toBe(3);
  expect((await restoreRecords(db, refs, 20)).ok).toBe(true);
  expect(await listTrash(db)).toEqual([]);
  expect(await findRecord(db, 'fieldDefinitions', 'f')).not.toHaveProperty('deletedAt');
  await put(30, 2);
  expect(await purgeTrash(db, 31 + trashMs)).toEqual({ ok: true, value: { removed: 2 } });
  expect(refs.map(({ table }) => table)).toEqual(['targets', 'fieldDefinitions', 'savedViews']);
  expect(await countRecords(db, 'targets')).toBe(1);
  expect(await countRecords(db, 'savedViews')).toBe(0);
});

/** Keeps all writers waiting, as a long write of another tab does, until it is told to let go. */
const holdWriters = (db: Database) => {
  let letGo = () => {};
  const held = exclusive(writerLock(db), () => new Promise<void>((done) => (letGo = done)));
  return async () => {
    letGo();
    await held;
  };
};

const moment = () => new Promise((done) => setTimeout(done, 50));

test('what is brought back while the purge waits for its turn stays, with its history', async () => {
  const db = await open();
  await deleteCustomers(db, ['river', 'hill'], 10);
  const before = (await listRecordHistory(db, 'river')).length;
  const letGo = holdWriters(db);
  const restoring = restoreRecords(db, [{ table: 'customers', id: 'river' }], 20);
  await moment();
  const purging = purgeTrash(db, 10 + trashMs);
  await moment();
  await letGo();
  expect((await restoring).ok).toBe(true);
  expect(await purging).toEqual({ ok: true, value: { removed: 1 } });
  expect(await findRecord(db, 'customers', 'river')).not.toHaveProperty('deletedAt');
  expect(await countRecords(db, 'contacts')).toBe(2);
  expect(await findRecord(db, 'customers', 'hill')).toBeUndefined();
  expect((await listRecordHistory(db, 'river')).length).toBe(before + 1);
});

test('what comes too late for the purge is said to be gone', async () => {
  const db = await open();
  await deleteCustomers(db, ['river'], 10);
  const letGo = holdWriters(db);
  const purging = purgeTrash(db, 10 + trashMs);
  await moment();
  const restoring = restoreRecords(db, [{ table: 'customers', id: 'river' }], 20);
  await moment();
  await letGo();
  expect(await purging).toEqual({ ok: true, value: { removed: 3 } });
  expect(await restoring).toMatchObject({ ok: false, refusal: { code: 'edit-conflict' } });
  expect(await countRecords(db, 'customers')).toBe(1);
});

test('deleting two hundred customers of many things is one change and one undo', async () => {
  const db = await openTestDatabase();
  const ids = Array.from({ length: 200 }, (_, at) => `c${at}`);
  const writes: Write[] = ids.flatMap((id) => [
    { table: 'customers' as const, record: newCustomer(id, { name: id }) },
    ...['x', 'y', 'z'].map((name) => contact(`${id}${name}`, id)),
  ]);
  await commit(db, { label: 'customers-changed', now: 1, writes });
  await deleteCustomers(db, ids, 2);
  expect(await countTrash(db)).toBe(800);
  const lines = await listTrash(db, 60);
  expect(lines).toHaveLength(60);
  expect(lines.every(({ companions }) => companions === 3)).toBe(true);
  await undoLast(db, 3);
  expect(await countTrash(db)).toBe(0);
});
