import { expect, test } from 'vitest';
import { initialSettings } from '#core/settings.ts';
import { openTestDatabase } from './fixtures/open-test-database.ts';
import { readSettings, saveSettings } from './read-settings.ts';
import { undoLast } from './undo.ts';

test('before anything was saved an A customer is visited every 14 days', async () => {
  const settings = await readSettings(await openTestDatabase());
  expect(settings).toEqual(initialSettings);
  expect(settings.visitRhythm).toEqual({ A: 14, B: 28, C: 56, D: 90 });
});

test('a part is saved, the rest stays, an emptied name is gone, and undo brings it back', async () => {
  const db = await openTestDatabase();
  await saveSettings(db, await readSettings(db), { repName: 'Ada', taxRate: 0.2 }, 5);
  await saveSettings(db, await readSettings(db), { repName: '' }, 6);
  const emptied = await readSettings(db);
  expect(emptied).toMatchObject({ taxRate: 0.2, currency: 'EUR', createdAt: 5 });
  expect(emptied).not.toHaveProperty('repName');
  await undoLast(db, 7);
  expect((await readSettings(db)).repName).toBe('Ada');
});

test('a form that was read before another tab saved does not overwrite it', async () => {
  const db = await openTestDatabase();
  const stale = await readSettings(db);
  await saveSettings(db, stale, { currency: 'CNY' }, 1);
  const refused = await saveSettings(db, stale, { currency: 'USD' }, 2);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'edit-conflict' } });
  expect((await readSettings(db)).currency).toBe('CNY');
});
