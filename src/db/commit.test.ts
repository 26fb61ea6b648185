import { describe, expect, test } from 'vitest';
import { readColumns } from './columns.ts';
import { commit } from './commit.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { readMeta } from './meta.ts';
import { countRecords, findRecord, findRecords } from './sealed-table.ts';
import { undoLast } from './undo.ts';

const save = (record: ReturnType<typeof newCustomer>) => ({
  label: 'customer-saved' as const,
  now: 5,
  writes: [{ table: 'customers' as const, record }],
});

describe('commit', () => {
  test('a saved customer is read back equal, with its revision counted', async () => {
    const db = await openTestDatabase();
    const saved = await commit(db, save(newCustomer('a', { name: '华联' })));
    expect(saved).toEqual({ ok: true, value: { seq: 1 } });
    const read = await findRecord(db, 'customers', 'a');
    expect(read).toMatchObject({ name: '华联', rev: 1, updatedAt: 5, ord: 0 });
  });

  test('a name is not readable in the row on disk', async () => {
    const db = await openTestDatabase();
    await commit(db, save(newCustomer('a', { name: 'Acme', externalId: 'X-1' })));
    const row = await db.dexie.customers.get('a');
    const clear = JSON.stringify(row, (_, value) =>
      value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
    );
    expect(clear).not.toContain('Acme');
    expect(clear).not.toContain('X-1');
  });

  test('of two tabs that edited the same customer, the second is told', async () => {
    const db = await openTestDatabase();
    await commit(db, save(newCustomer('a')));
    const read = await findRecord(db, 'customers', 'a');
    if (read === undefined) throw new Error('not saved');
    expect((await commit(db, save({ ...read, name: 'one' }))).ok).toBe(true);
    const second = await commit(db, save({ ...read, name: 'two' }));
    expect(second).toMatchObject({ ok: false, refusal: { code: 'edit-conflict' } });
    expect((await findRecord(db, 'customers', 'a'))?.name).toBe('one');
  });

  test('a conflict in one of many records leaves all as they were', async () => {
    const db = await openTestDatabase();
    await commit(db, save(newCustomer('a')));
    const result = await commit(db, {
      label: 'customers-changed',
      now: 6,
      writes: [
        { table: 'customers', record: newCustomer('b') },
        { table: 'customers', record: newCustomer('a') },
      ],
    });
    expect(result.ok).toBe(false);
    expect(await findRecord(db, 'customers', 'b')).toBeUndefined();
    expect((await readMeta(db)).seq).toBe(1);
  });

  test('the columns of the list follow every write', async () => {
    const db = await openTestDatabase();
    for (const id of ['a', 'b', 'c'])
      await commit(db, save(newCustomer(id, { name: id.toUpperCase(), custom: { [id]: 1 } })));
    const read = await findRecord(db, 'customers', 'b');
    await commit(db, save({ ...(read as NonNullable<typeof read>), deletedAt: 9 }));
    const [chunk] = await readColumns(db, 'customers.directory');
    expect(chunk?.ids).toEqual(['a', null, 'c']);
    expect(chunk?.columns.name).toEqual(['A', 'B', 'C']);
    const [fields] = await readColumns(db, 'customers.fields');
    expect(fields?.columns).toEqual({ a: [1, null, null], b: [null, 1, null], c: [null, null, 1] });
  });

  test('many writers at once are put in a row', async () => {
    const db = await openTestDatabase();
    const ids = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const saved = await Promise.all(ids.map((id) => commit(db, save(newCustomer(id)))));
    expect(saved.every((result) => result.ok)).toBe(true);
    expect((await readMeta(db)).seq).toBe(30);
    const [chunk] = await readColumns(db, 'customers.directory');
    expect(new Set(chunk?.ids)).toEqual(new Set(ids));
  });

  test('only what changed since a sequence is read again', async () => {
    const db = await openTestDatabase();
    await commit(db, save(newCustomer('a')));
    const { seq } = await readMeta(db);
    expect(await readColumns(db, 'customers.directory', { sinceSeq: seq })).toEqual([]);
    await commit(db, save(newCustomer('b')));
    expect(await readColumns(db, 'customers.directory', { sinceSeq: seq })).toHaveLength(1);
  });

  test('a field may have any name, `constructor` too', async () => {
    const db = await openTestDatabase();
    await commit(db, save(newCustomer('a', { custom: { constructor: 1 } })));
    await commit(db, save(newCustomer('b', { custom: { constructor: 2 } })));
    const [fields] = await readColumns(db, 'customers.fields');
    expect(Object.entries(fields?.columns ?? {})).toEqual([['constructor', [1, 2]]]);
  });
});

test('[D1] ten thousand customers are changed in one go, and taken back in one', async () => {
  const db = await openTestDatabase();
  const ids = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const records = ids.map((id) => newCustomer(id, { name: `Customer ${id}` }));
  const added = await commit(db, {
    label: 'customers-changed',
    now: 1,
    writes: records.map((record) => ({ table: 'customers', record })),
  });
  expect(added.ok).toBe(true);
  const before = await findRecords(db, 'customers', ids);
  const from = performance.now();
  const changed = await commit(db, {
    label: 'customers-changed',
    now: 2,
    writes: before.map((record) => ({
      table: 'customers',
      record: { ...record, lifecycle: 'lapsed' as const },
    })),
  });
  // A generous bound for a busy machine and a database written in JavaScript.
  expect(performance.now() - from).toBeLessThan(60_000);
  expect(changed.ok).toBe(true);
  expect((await findRecord(db, 'customers', 'c9999'))?.lifecycle).toBe('lapsed');
  expect((await undoLast(db, 3)).ok).toBe(true);
  const after = await findRecords(db, 'customers', ids);
  expect(after.map(({ rev, updatedAt, ...rest }) => rest)).toEqual(
    before.map(({ rev, updatedAt, ...rest }) => rest),
  );
  const chunks = await readColumns(db, 'customers.directory');
  expect(chunks.flatMap(({ columns }) => columns.lifecycle)).toEqual(ids.map(() => 'active'));
  expect(chunks.flatMap((chunk) => chunk.ids)).toEqual(ids);
}, 240_000);

test('[D3] a conflict among ten records says so, and none of the ten is written', async () => {
  const db = await openTestDatabase();
  await commit(db, save(newCustomer('c7')));
  const result = await commit(db, {
    label: 'customers-changed',
    now: 2,
    writes: Array.from({ length: 10 }, (_, at) => ({
      table: 'customers' as const,
      record: newCustomer(`c${at}`),
    })),
  });
  expect(result).toMatchObject({ ok: false, refusal: { code: 'edit-conflict' } });
  expect(await countRecords(db, 'customers')).toBe(1);
});
