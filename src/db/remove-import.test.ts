import { expect, test } from 'vitest';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import { type BatchRecords, prepareBatch, writeBatch } from './bulk-write.ts';
import { readColumns } from './columns.ts';
import { commit } from './commit.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { readMeta } from './meta.ts';
import { reserveOrds } from './places.ts';
import { listUnfinishedImports, removeImport } from './remove-import.ts';
import { countRecords, findByExternalIds, findRecord } from './sealed-table.ts';
import { findUndoable, undoLast } from './undo.ts';

const journalOf = (id: string): ImportJournal => ({
  id,
  createdAt: 0,
  updatedAt: 0,
  rev: 0,
  fileName: 'customers.csv',
  as: 'customers',
  state: 'running',
  rowsRead: 0,
  added: 0,
  updated: 0,
  skipped: 0,
  errors: [],
});

test('an import is offered for undo once, not again after it was removed', async () => {
  const db = await openTestDatabase();
  const batch = await prepareBatch(db, { importId: 'i1', records: {} });
  const journal = { ...journalOf('i1'), state: 'done' as const };
  await writeBatch(db, batch, { journal, now: 1, label: 'import-done' });
  expect((await findUndoable(db))?.importId).toBe('i1');
  await removeImport(db, 'i1', { now: 2 });
  expect(await findUndoable(db)).toBeUndefined();
});

const importCustomers = async (
  db: Awaited<ReturnType<typeof openTestDatabase>>,
  importId: string,
  count: number,
) => {
  const first = await reserveOrds(db, 'customers', count);
  const customers = Array.from({ length: count }, (_, at) =>
    newCustomer(`${importId}-${at}`, { ord: first + at, externalId: `${importId}${at}` }),
  );
  const batch = await prepareBatch(db, { importId, records: { customers } });
  return writeBatch(db, batch, { journal: journalOf(importId), now: 1 });
};

test('an import that is taken back leaves nothing, and leaves the others alone', async () => {
  const db = await openTestDatabase();
  await commit(db, {
    label: 'customer-saved',
    now: 1,
    writes: [{ table: 'customers', record: newCustomer('own') }],
  });
  expect((await importCustomers(db, 'i1', 2500)).ok).toBe(true);
  expect((await importCustomers(db, 'i2', 10)).ok).toBe(true);
  expect((await findByExternalIds(db, 'customers', ['i12', 'i22', 'x'])).size).toBe(2);
  expect(await removeImport(db, 'i1', { now: 2 })).toEqual({ ok: true, value: { removed: 2500 } });
  expect(await countRecords(db, 'customers')).toBe(11);
  const ids = (await readColumns(db, 'customers.directory')).flatMap((chunk) => chunk.ids);
  expect(ids.filter((id) => id !== null)).toHaveLength(11);
  expect((await findRecord(db, 'imports', 'i1'))?.state).toBe('removed');
});

test('an import that was cut off is found at the next start', async () => {
  const db = await openTestDatabase();
  await importCustomers(db, 'i1', 10);
  expect((await listUnfinishedImports(db)).map(({ id }) => id)).toEqual(['i1']);
});

test('a customer the import had changed gets the old values back', async () => {
  const db = await openTestDatabase();
  await commit(db, {
    label: 'customer-saved',
    now: 1,
    writes: [{ table: 'customers', record: newCustomer('own', { name: 'before' }) }],
  });
  await importCustomers(db, 'i1', 3);
  const own = await findRecord(db, 'customers', 'own');
  if (own === undefined) throw new Error('lost');
  await commit(db, {
    label: 'import-updated',
    now: 2,
    undoable: false,
    importId: 'i1',
    writes: [{ table: 'customers', record: { ...own, name: 'after' } }],
  });
  await removeImport(db, 'i1', { now: 3 });
  expect((await findRecord(db, 'customers', 'own'))?.name).toBe('before');
});

test('the scores of customers that are gone are gone, and their model is no longer in use', async () => {
  const db = await openTestDatabase();
  await importCustomers(db, 'i1', 10);
  const [directory] = await readColumns(db, 'customers.directory');
  if (directory === undefined) throw new Error('no columns');
  const { first, ids } = directory;
  await commit(db, {
    label: 'model-trained',
    now: 2,
    writes: [],
    undoable: false,
    meta: { activeModel: 'm1' },
    columns: [{ set: 'scores.m1', first, ids, columns: { probability: ids.map(() => 0.5) } }],
  });
  await removeImport(db, 'i1', { now: 3 });
  expect(await readColumns(db, 'scores.m1')).toEqual([]);
  expect((await readMeta(db)).activeModel).toBeUndefined();
});

const base = (id: string) => ({ id, createdAt: 0, updatedAt: 0, rev: 0, custom: {} });

/** One record in every table an import may write. */
const oneOfEach = async (
  db: Awaited<ReturnType<typeof openTestDatabase>>,
): Promise<BatchRecords> => {
  const customerId = 'c';
  return {
    customers: [newCustomer('c', { ord: await reserveOrds(db, 'customers', 1) })],
    contacts: [{ ...base('k'), customerId, name: 'Ada', phones: [], emails: [] }],
    activities: [
      {
        ...base('a'),
        ord: await reserveOrds(db, 'activities', 1),
        customerId,
        type: 'visit',
        startAt: 1,
        outcome: 'none',
        text: '',
      },
    ],
    tasks: [{ ...base('t'), customerId, title: 'Call', type: 'call', status: 'open' }],
    products: [{ ...base('p'), sku: 'P', name: 'Pump' }],
    orders: [
      {
        ...base('o'),
        ord: await reserveOrds(db, 'orders', 1),
        customerId,
        kind: 'order',
        number: '1',
        date: '2025-01-01',
        status: 'done',
        currency: 'EUR',
        totalMinor: 0,
        lines: [],
      },
    ],
    deals: [{ ...base('d'), name: 'Deal', stage: 'won', productIds: [], stageHistory: [] }],
    attachments: [{ ...base('f'), customerId, fileName: 'a', mediaType: 'a/b', content: '' }],
    consents: [{ ...base('n'), customerId, purpose: 'contact', state: 'given', basis: '', at: 1 }],
    savedViews: [
      { ...base('v'), name: 'V', search: '', filters: [], sort: { column: '', descending: false } },
    ],
    targets: [{ ...base('g'), period: '2025', metric: 'visits', value: 1 }],
    recommendations: [{ ...base('r'), customerId, kind: 'visit', reason: '', status: 'open' }],
    fieldDefinitions: [
      { ...base('x'), entity: 'customers', key: 'x', label: 'x', type: 'text', learnable: false },
    ],
  };
};

test('[D5] whatever tables an import wrote, nothing of it is left, and no column names it', async () => {
  const db = await openTestDatabase();
  const records = await oneOfEach(db);
  const batch = await prepareBatch(db, { importId: 'i1', records });
  expect((await writeBatch(db, batch, { journal: journalOf('i1'), now: 1 })).ok).toBe(true);
  const tables = Object.keys(records) as (keyof typeof records)[];
  for (const table of tables) expect(await countRecords(db, table), table).toBe(1);
  expect(await removeImport(db, 'i1', { now: 2 })).toEqual({
    ok: true,
    value: { removed: tables.length },
  });
  for (const table of tables) expect(await countRecords(db, table), table).toBe(0);
  for (const set of ['customers.directory', 'orders.head', 'activities.head'])
    expect(await readColumns(db, set), set).toEqual([]);
});

test('a change to a customer that went with its import does not stand in the way of undo', async () => {
  const db = await openTestDatabase();
  await commit(db, {
    label: 'customer-saved',
    now: 1,
    writes: [{ table: 'customers', record: newCustomer('own') }],
  });
  await importCustomers(db, 'i1', 3);
  const read = await findRecord(db, 'customers', 'i1-0');
  if (read === undefined) throw new Error('not imported');
  await commit(db, {
    label: 'customer-saved',
    now: 2,
    writes: [{ table: 'customers', record: { ...read, name: 'edited' } }],
  });
  await removeImport(db, 'i1', { now: 3 });
  expect((await undoLast(db, 4)).ok).toBe(true);
  expect(await countRecords(db, 'customers')).toBe(0);
});
