import { expect, test } from 'vitest';
import type { Customer } from '#core/customers/customer.ts';
import { commit } from './commit.ts';
import type { Database } from './database.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { listRecordHistory, restoreRevision } from './record-history.ts';
import { findRecord } from './sealed-table.ts';
import { undoLast } from './undo.ts';

const save = async (db: Database, fields: Partial<Customer>, now: number) => {
  const before = await findRecord(db, 'customers', 'a');
  const record = { ...(before ?? newCustomer('a')), ...fields };
  return commit(db, { label: 'customer-saved', now, writes: [{ table: 'customers', record }] });
};

test('the history of a customer says field by field what was before and after, newest first', async () => {
  const db = await openTestDatabase();
  await save(db, { name: 'one', address: { city: 'Bonn' }, custom: { size: 1 } }, 1);
  await save(db, { address: { city: 'Köln' }, custom: { size: 2 } }, 2);
  await undoLast(db, 3);
  const [undone, edited, made] = await listRecordHistory(db, 'a');
  expect(undone).toMatchObject({ label: 'undo', of: 'customer-saved', at: 3, isRestorable: false });
  const byField = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1);
  expect([...(edited?.fields ?? [])].sort(byField)).toEqual([
    { field: 'address.city', before: 'Bonn', after: 'Köln' },
    { field: 'custom:size', before: 1, after: 2 },
  ]);
  expect(made?.fields).toContainEqual({ field: 'name', before: undefined, after: 'one' });
});

test('a customer is put back to how it was, and that can be undone', async () => {
  const db = await openTestDatabase();
  await save(db, { name: 'one', industry: 'food' }, 1);
  await save(db, { name: 'two', industry: undefined }, 2);
  const made = (await listRecordHistory(db, 'a')).at(-1);
  expect((await restoreRevision(db, 'customers', 'a', made?.seq ?? -1, 3)).ok).toBe(true);
  expect(await findRecord(db, 'customers', 'a')).toMatchObject({ name: 'one', industry: 'food' });
  await undoLast(db, 4);
  expect((await findRecord(db, 'customers', 'a'))?.name).toBe('two');
});

test('what an import brought is the end of the history, and one can go back to it', async () => {
  const db = await openTestDatabase();
  const imported = newCustomer('a', { name: 'from the file', importId: 'i1', createdAt: 7 });
  await commit(db, {
    label: 'import-batch',
    now: 7,
    undoable: false,
    writes: [{ table: 'customers', record: imported }],
  });
  expect(await listRecordHistory(db, 'a')).toEqual([]);
  await save(db, { name: 'edited' }, 8);
  const lines = await listRecordHistory(db, 'a');
  expect(lines.at(-1)).toMatchObject({ seq: 0, at: 7, label: 'import-done', fields: [] });
  await restoreRevision(db, 'customers', 'a', 0, 9);
  expect((await findRecord(db, 'customers', 'a'))?.name).toBe('from the file');
});
