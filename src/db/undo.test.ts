import { describe, expect, test } from 'vitest';
import { commit } from './commit.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { findRecord } from './sealed-table.ts';
import { redoLast, undoLast } from './undo.ts';

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
});
