import { describe, expect, test } from 'vitest';
import { initialSettings, settingsId } from '#core/settings.ts';
import { commit } from './commit.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { findRecord } from './sealed-table.ts';
import { findRedoable, findUndoable, redoLast, undoLast } from './undo.ts';

const saveName = async (
  db: Awaited<ReturnType<typeof openTestDatabase>>,
  id: string,
  name: string,
) => {
  const before = await findRecord(db, 'customers', id);
  return commit(db, {
    label: 'customer-saved',
    now: 1,
    writes: [{ table: 'customers', record: { ...(before ?? newCustomer(id)), name } }],
  });
};
const nameOf = async (db: Awaited<ReturnType<typeof openTestDatabase>>, id: string) =>
  (await findRecord(db, 'customers', id))?.name;

describe('undo', () => {
  test('two edits are taken back one after the other, and made again in order', async () => {
    const db = await openTestDatabase();
    await saveName(db, 'a', 'one');
    await saveName(db, 'a', 'two');
    expect((await undoLast(db, 2)).ok).toBe(true);
    expect(await nameOf(db, 'a')).toBe('one');
    expect((await undoLast(db, 2)).ok).toBe(true);
    expect(await findRecord(db, 'customers', 'a')).toBeUndefined();
    expect(await undoLast(db, 2)).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
    expect((await redoLast(db, 3)).ok).toBe(true);
    expect(await nameOf(db, 'a')).toBe('one');
    expect((await redoLast(db, 3)).ok).toBe(true);
    expect(await nameOf(db, 'a')).toBe('two');
    expect((await redoLast(db, 3)).ok).toBe(false);
    expect((await undoLast(db, 4)).ok).toBe(true);
    expect(await nameOf(db, 'a')).toBe('one');
  });

  test('nothing is redone after something new was done', async () => {
    const db = await openTestDatabase();
    await saveName(db, 'a', 'one');
    await undoLast(db, 2);
    await saveName(db, 'b', 'new');
    expect((await redoLast(db, 3)).ok).toBe(false);
  });

  test('the last fifty changes are taken back one after the other, and made again', async () => {
    const db = await openTestDatabase();
    for (let at = 0; at < 60; at += 1) await saveName(db, 'a', `name ${at}`);
    let undone = 0;
    while ((await undoLast(db, 100)).ok) undone += 1;
    expect(undone).toBe(50);
    expect(await nameOf(db, 'a')).toBe('name 9');
    let redone = 0;
    while ((await redoLast(db, 200)).ok) redone += 1;
    expect(redone).toBe(50);
    expect(await nameOf(db, 'a')).toBe('name 59');
  });

  test('what was trained, asked or noted in between takes no place among the fifty', async () => {
    const db = await openTestDatabase();
    await saveName(db, 'a', 'one');
    for (let at = 0; at < 300; at += 1)
      await commit(db, { label: 'conversation', now: 2, undoable: false, writes: [] });
    expect((await findUndoable(db))?.label).toBe('customer-saved');
    expect((await undoLast(db, 3)).ok).toBe(true);
    expect((await findRedoable(db))?.label).toBe('customer-saved');
  });

  test('a customer something else has changed since is left alone, and one is told', async () => {
    const db = await openTestDatabase();
    await saveName(db, 'a', 'one');
    const read = await findRecord(db, 'customers', 'a');
    if (read === undefined) throw new Error('not saved');
    await commit(db, {
      label: 'import-updated',
      now: 2,
      undoable: false,
      writes: [{ table: 'customers', record: { ...read, name: 'from the file' } }],
    });
    expect(await undoLast(db, 3)).toMatchObject({ refusal: { code: 'edit-conflict' } });
    expect(await nameOf(db, 'a')).toBe('from the file');
  });

  test('changed settings are taken back to what they were at first', async () => {
    const db = await openTestDatabase();
    const record = { ...initialSettings, currency: 'CNY' };
    await commit(db, { label: 'settings-saved', now: 1, writes: [{ table: 'settings', record }] });
    expect((await undoLast(db, 2)).ok).toBe(true);
    expect(await findRecord(db, 'settings', settingsId)).toBeUndefined();
    expect((await redoLast(db, 3)).ok).toBe(true);
    expect((await findRecord(db, 'settings', settingsId))?.currency).toBe('CNY');
  });
});
