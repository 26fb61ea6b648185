import { expect, test } from 'vitest';
import { keepDraft } from './drafts.ts';
import { openTestDatabase } from './fixtures/open-test-database.ts';
import { keepTrainingForm, readTrainingForm } from './training-form.ts';

test('what was unticked for a training, and how long it may take, stays so, sealed; nonsense is nothing', async () => {
  const db = await openTestDatabase();
  expect(await readTrainingForm(db)).toEqual({ dropped: [], effort: 'usual' });
  const form = { dropped: ['duration of the call'], effort: 'quick' } as const;
  await keepTrainingForm(db, form);
  expect(await readTrainingForm(db)).toEqual(form);
  const [row] = await db.dexie.drafts.toArray();
  expect(new TextDecoder().decode(row?.ct)).not.toContain('duration');
  await keepDraft(db, 'training-form', { dropped: 'all' });
  expect(await readTrainingForm(db)).toEqual({ dropped: [], effort: 'usual' });
});
