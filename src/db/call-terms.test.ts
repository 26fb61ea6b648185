import { expect, test } from 'vitest';
import { keepCallTerms, readCallTerms } from './call-terms.ts';
import { keepDraft } from './drafts.ts';
import { openTestDatabase } from './fixtures/open-test-database.ts';

test('what a call costs is kept for its model and no other, and nonsense is nothing', async () => {
  const db = await openTestDatabase();
  expect(await readCallTerms(db, 'model-1')).toEqual({});
  await keepCallTerms(db, 'model-1', { calls: 40, costOfCall: 12.5 });
  expect(await readCallTerms(db, 'model-1')).toEqual({ calls: 40, costOfCall: 12.5 });
  expect(await readCallTerms(db, 'model-2')).toEqual({});
  await keepDraft(db, 'calls|model-2', { calls: 'many' });
  expect(await readCallTerms(db, 'model-2')).toEqual({});
});
