import { expect, test } from 'vitest';
import { dropDraft, keepDraft, listDrafts } from './drafts.ts';
import { openTestDatabase } from './fixtures/open-test-database.ts';
import { readMeta } from './meta.ts';

test('a sentence half written is kept, overwritten, found again and thrown away', async () => {
  const db = await openTestDatabase();
  await keepDraft(db, 'log|c1', { text: 'She wants' });
  await keepDraft(db, 'log|c1', { text: 'She wants forty boxes' });
  await keepDraft(db, 'other', { text: 'no' });
  expect(await listDrafts(db, 'log|')).toEqual([
    { id: 'log|c1', value: { text: 'She wants forty boxes' } },
  ]);
  await dropDraft(db, 'log|c1');
  expect(await listDrafts(db, 'log|')).toEqual([]);
});

test('on disk it is sealed, and it is neither a change nor a step of the sequence', async () => {
  const db = await openTestDatabase();
  const { seq } = await readMeta(db);
  await keepDraft(db, 'log|c1', { text: 'forty boxes' });
  const [row] = await db.dexie.drafts.toArray();
  const bytes = new TextDecoder('latin1').decode(row?.ct);
  expect(bytes).not.toContain('forty');
  expect(JSON.stringify({ ...row, ct: undefined })).not.toContain('forty');
  expect((await readMeta(db)).seq).toBe(seq);
  expect(await db.dexie.changes.count()).toBe(0);
});
