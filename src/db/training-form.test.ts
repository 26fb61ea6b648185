import { expect, test } from 'vitest';
import { keepDraft } from './drafts.ts';
import { openTestDatabase } from './fixtures/open-test-database.ts';
import { keepTrainingForm, readTrainingForm } from './training-form.ts';

test('columns unticked for a training stay so, sealed, and nonsense unticks nothing', async () => {
  const db = await openTestDatabase();
  expect(await readTrainingForm(db)).toEqual({ dropped: [] });
  await keepTrainingForm(db, { dropped: ['duration of the call'] });
  expect(await readTrainingForm(db)).toEqual({ dropped: ['duration of the call'] });
  const [row] = await db.dexie.drafts.toArray();
  expect(new TextDecoder().decode(row?.ct)).not.toContain('duration');
  await keepDraft(db, 'training-form', { dropped: 'all' });
  expect(await readTrainingForm(db)).toEqual({ dropped: [] });
});
