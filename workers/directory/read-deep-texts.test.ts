import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { undoLast } from '#db/undo.ts';
import {
  customerAt,
  fillTestDatabase,
  testNow,
} from '#workers/segment/fixtures/fill-test-database.ts';
import { findOrds } from './answer-directory.ts';
import { changeMany } from './change-many.ts';
import { deepTexts, refreshDeepTexts } from './read-deep-texts.ts';
import { refreshDirectory } from './refresh-directory.ts';

const base = { createdAt: 0, updatedAt: 0, rev: 0, custom: {} };
const entered = { column: 'ord', descending: false };

const noteOf = (id: string, customerId: string, text: string) => ({
  table: 'activities' as const,
  record: {
    ...base,
    id,
    customerId,
    type: 'note' as const,
    startAt: testNow,
    outcome: 'none' as const,
    text,
  },
});

const open = async () => {
  const db = await fillTestDatabase(
    [customerAt(0, {}, { name: 'Zeta' }), customerAt(1, {}, { name: 'Alpha' })],
    [],
  );
  const directory = await refreshDirectory(db);
  const find = async (search: string) => {
    await refreshDirectory(db, directory);
    await refreshDeepTexts(db, directory.reader, directory.seq);
    directory.deep = deepTexts(directory.reader, directory.ordOf);
    return [...findOrds(directory, { search, filters: [], sort: entered }).ords];
  };
  const write = (...writes: Parameters<typeof commit>[1]['writes']) =>
    commit(db, { label: 'records-changed', now: testNow, writes });
  return { db, find, write };
};

test('[L8] what was written about a customer finds it, until it is taken back', async () => {
  const { db, find, write } = await open();
  await write(noteOf('n1', 'c0', 'wants a blue awning'));
  expect(await find('awning')).toEqual([0]);
  await write(noteOf('n2', 'c1', 'has a green awning'));
  expect(await find('awning')).toEqual([0, 1]);
  await undoLast(db, testNow);
  expect(await find('awning')).toEqual([0]);
});

test('[L8] the people at a customer find it, by name and number', async () => {
  const { find, write } = await open();
  const person = { ...base, id: 'p1', customerId: 'c1', name: 'Zoë Quist', emails: [] };
  await write({ table: 'contacts', record: { ...person, phones: ['+44 113 4960 007'] } });
  expect(await find('zoe qui')).toEqual([1]);
  expect(await find('0113 496')).toEqual([1]);
});

test('[L9] one change of many is one line of the history, and is taken back as one', async () => {
  const { db, find } = await open();
  const controller = new AbortController();
  const steps: number[] = [];
  const input = {
    ords: Uint32Array.of(0, 1),
    change: { kind: 'add-tag', value: 'spring' } as const,
    now: testNow,
  };
  const done = await changeMany(db, input, controller.signal, (at) => steps.push(at.done));
  expect(done).toEqual({ ok: true, value: { changed: 2, same: 0 } });
  expect(steps).toEqual([2]);
  const again = await changeMany(db, input, controller.signal, () => undefined);
  expect(again).toEqual({ ok: true, value: { changed: 0, same: 2 } });
  await undoLast(db, testNow);
  const directory = await refreshDirectory(db);
  expect(directory.table.text.tags).toEqual(['', '']);
  expect(await find('alpha')).toEqual([1]);
});

test('[L9] cancelled before it is written, nothing is', async () => {
  const { db } = await open();
  const controller = new AbortController();
  controller.abort();
  const input = { ords: Uint32Array.of(0), change: { kind: 'delete' } as const, now: testNow };
  const done = await changeMany(db, input, controller.signal, () => undefined);
  expect(done.ok).toBe(false);
  expect((await refreshDirectory(db)).table.ids).toEqual(['c0', 'c1']);
});
