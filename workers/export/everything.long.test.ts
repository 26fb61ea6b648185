import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readColumns } from '#db/columns.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { exportedTables } from '#db/exported-tables.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { mergeCustomers } from '#db/merge-customers.ts';
import { readTable } from '#db/read-table.ts';
import { removeImport } from '#db/remove-import.ts';
import { clearHalfRestore } from '#db/restore-records.ts';
import { countRecords, findRecord } from '#db/sealed-table.ts';
import { redoLast, undoLast } from '#db/undo.ts';
import {
  customerAt,
  fillTestDatabase,
  orderAt,
  testNow,
} from '#workers/segment/fixtures/fill-test-database.ts';
import { checkEverything, restoreEverything } from './restore-everything.ts';
import { writeEverything } from './write-everything.ts';

const watch = { signal: new AbortController().signal, progress: () => undefined };

const shop = (size = 1500) =>
  fillTestDatabase(
    Array.from({ length: size }, (_, at) =>
      customerAt(at, { size: at, constructor: 'yes' }, { name: `Shop ${at}`, tags: ['α', '标签'] }),
    ),
    ['size'],
    Array.from({ length: 40 }, (_, at) => orderAt(at, `c${at % 7}`, '2025-01-02', at * 100)),
  );

const everything = async (db: Database) => {
  const written = await writeEverything(db, { withModels: true, now: testNow }, watch);
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value;
};

const columnsOf = async (db: Database) =>
  Promise.all(
    ['customers.directory', 'customers.fields', 'orders.head'].map((set) => readColumns(db, set)),
  );

test('everything written, erased and taken over is the same, lists included', async () => {
  const db = await shop();
  const { file, digest, count } = await everything(db);
  const other = await openTestDatabase();
  const restored = await restoreEverything(other, { file }, watch);
  expect(restored).toEqual({ ok: true, value: { count, digest } });
  expect((await everything(other)).digest).toBe(digest);
  expect(await columnsOf(other)).toEqual(await columnsOf(db));
});

test('an import that was taken over can still be taken back, and leaves nobody in the list', async () => {
  const { file } = await everything(await shop());
  const other = await openTestDatabase();
  await restoreEverything(other, { file }, watch);
  await removeImport(other, 'i1', { now: testNow });
  expect(await countRecords(other, 'customers')).toBe(0);
  expect(await readColumns(other, 'customers.directory')).toEqual([]);
});

const step = fc.oneof(
  fc.record({ kind: fc.constant('edit'), at: fc.nat(29), name: fc.string({ unit: 'grapheme' }) }),
  fc.record({ kind: fc.constant('add'), at: fc.nat(999), name: fc.string() }),
  fc.record({ kind: fc.constant('delete'), at: fc.nat(29), name: fc.constant('') }),
  fc.record({ kind: fc.constant('merge'), at: fc.nat(28), name: fc.constant('') }),
  fc.record({ kind: fc.constant('undo'), at: fc.nat(1), name: fc.constant('') }),
);

const act = async (
  db: Database,
  { kind, at, name }: { kind: string; at: number; name: string },
) => {
  if (kind === 'undo') return at === 0 ? undoLast(db, testNow) : redoLast(db, testNow);
  if (kind === 'merge') {
    const merge = { winnerId: `c${at}`, loserId: `c${at + 1}`, choices: {}, now: testNow };
    return mergeCustomers(db, merge);
  }
  if (kind === 'add') {
    const { ord: _, ...record } = customerAt(at, { size: at }, { id: `n${at}`, name });
    const isThere = (await findRecord(db, 'customers', record.id)) !== undefined;
    if (isThere) return undefined;
    return commit(db, {
      label: 'customer-saved',
      now: testNow,
      writes: [{ table: 'customers', record }],
    });
  }
  const known = await findRecord(db, 'customers', `c${at}`);
  if (known === undefined) return undefined;
  const record = kind === 'edit' ? { ...known, name } : { ...known, deletedAt: testNow };
  return commit(db, {
    label: 'customer-saved',
    now: testNow,
    writes: [{ table: 'customers', record }],
  });
};

test('also after two hundred edits, deletions, merges and undos', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 200, maxLength: 200 }), async (steps) => {
      const db = await shop(30);
      for (const one of steps) await act(db, one);
      const { file, digest } = await everything(db);
      const other = await openTestDatabase();
      const restored = await restoreEverything(other, { file }, watch);
      expect(restored).toMatchObject({ ok: true, value: { digest } });
      expect((await everything(other)).digest).toBe(digest);
    }),
    { numRuns: 5 },
  );
});

test('a file with any byte changed is refused and nothing is written', async () => {
  const { file, digest } = await everything(await shop(20));
  const bytes = new Uint8Array(await file.arrayBuffer());
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ by;
      const checked = await checkEverything({ file: new Blob([changed]) }, watch);
      // A blank where a blank may stand, or the day of the export: the records are the same then.
      if (checked.ok) expect(checked.value.digest).toBe(digest);
      else expect(checked.refusal.code).toMatch(/^export-/u);
    }),
    { numRuns: 300 },
  );
});

test('only an empty book takes a file over; a key that reaches the prototype makes it suspect', async () => {
  const db = await shop(3);
  const { file } = await everything(db);
  expect(await restoreEverything(db, { file }, watch)).toMatchObject({
    ok: false,
    refusal: { code: 'restore-not-empty' },
  });
  const text = (await file.text()).replace('"tags":', '"__proto__":{"admin":true},"tags":');
  expect(await checkEverything({ file: new Blob([text]) }, watch)).toMatchObject({
    ok: false,
    refusal: { code: 'export-damaged' },
  });
  expect(await checkEverything({ file: new Blob(['{"a":1}']) }, watch)).toMatchObject({
    ok: false,
    refusal: { code: 'export-not-ours' },
  });
});

test('cancelled in the middle, nothing of it stays, and a cut-off one is cleared at the next start', async () => {
  const { file } = await everything(await shop(3000));
  const other = await openTestDatabase();
  const controller = new AbortController();
  let told = 0;
  const progress = () => {
    told += 1;
    if (told === 5) controller.abort();
  };
  const cancelled = await restoreEverything(
    other,
    { file },
    { signal: controller.signal, progress },
  );
  expect(cancelled).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
  for (const table of exportedTables) expect(await countRecords(other, table)).toBe(0);
  expect(await clearHalfRestore(other)).toBe(false);
  await other.dexie.meta.put({ key: 'restoring', value: 1 });
  expect(await clearHalfRestore(other)).toBe(true);
  for await (const batch of readTable(other, 'customers')) expect(batch).toEqual([]);
});
