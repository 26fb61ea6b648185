import { expect, test } from 'vitest';
import { applyFieldDraft, faultsOf, fieldDraftOf, isLearnt, makeField } from './field-draft.ts';

const draft = { ...fieldDraftOf(undefined), label: 'Floor space', type: 'number' as const };
const floor = makeField(draft, 'customers', [], 'f1', 1);

test('a renamed field keeps its key, so that its values stay', () => {
  const renamed = applyFieldDraft(floor, { ...fieldDraftOf(floor), label: 'Area' });
  expect(renamed).toMatchObject({ key: 'Floor space', label: 'Area' });
});

test('a number is learnt from, a birthday and free text are not', () => {
  expect(floor.learnable).toBe(true);
  expect(isLearnt({ ...draft, label: 'Birthday', type: 'date' })).toBe(false);
  expect(isLearnt({ ...draft, label: 'Remarks', type: 'text' })).toBe(false);
});

test('what somebody said of learning goes before the rule', () => {
  expect(isLearnt({ ...draft, learnable: false })).toBe(false);
});

test('two fields of one name are refused, in capitals too', () => {
  expect(faultsOf({ ...draft, label: 'FLOOR SPACE' }, [floor])).toEqual(['taken']);
});

test('a choice needs something to choose', () => {
  expect(faultsOf({ ...draft, type: 'choice' }, [])).toEqual(['choices']);
});

test('a deleted field that is added again comes back with its key', () => {
  const deleted = { ...floor, rev: 3, deletedAt: 9 };
  const again = makeField(draft, 'customers', [deleted], 'f2', 10);
  expect(again).toMatchObject({ id: 'f1', rev: 3, key: 'Floor space' });
  expect(again).not.toHaveProperty('deletedAt');
});

test('added again as another type it is a new field under a new key', () => {
  const deleted = { ...floor, deletedAt: 9 };
  const other = makeField({ ...draft, type: 'date' }, 'customers', [deleted], 'f2', 10);
  expect(other).toMatchObject({ id: 'f2', key: 'Floor space 2', label: 'Floor space' });
});
