import { expect, test } from 'vitest';
import { applyDraft, draftOf, faultsOf, newCustomer } from './customer-draft.ts';

const known = {
  ...newCustomer('c1', 1),
  name: 'Ada',
  phones: ['1', '2'],
  address: { street: 'High Street', city: 'Ely' },
  class: 'B' as const,
  tags: ['fair'],
  profiling: 'denied' as const,
  custom: { Floor: 3 },
};

test('saving an untouched form changes nothing', () => {
  expect(applyDraft(known, draftOf(known))).toEqual(known);
});

test('the other phone numbers stay when the first is changed', () => {
  const changed = applyDraft(known, { ...draftOf(known), phones: [' 3 ', '2', ' '] });
  expect(changed.phones).toEqual(['3', '2']);
});

test('an emptied place is gone, the street stays', () => {
  expect(applyDraft(known, { ...draftOf(known), city: '' }).address).toEqual({
    street: 'High Street',
  });
});

test('a class or an interval that is taken back is absent, not empty', () => {
  const plain = applyDraft(known, { ...draftOf(known), class: '', visitIntervalDays: undefined });
  expect(Object.keys(plain)).not.toContain('class');
  expect(Object.keys(plain)).not.toContain('visitIntervalDays');
});

test('a tag written twice is one tag', () => {
  const tagged = applyDraft(known, { ...draftOf(known), tags: ['fair', ' fair', 'new'] });
  expect(tagged.tags).toEqual(['fair', 'new']);
});

test('a customer needs a name, and an interval is a whole number of days', () => {
  expect(faultsOf(draftOf(undefined))).toEqual(['name']);
  expect(faultsOf({ ...draftOf(known), visitIntervalDays: 0 })).toEqual(['visitIntervalDays']);
  expect(faultsOf({ ...draftOf(known), visitIntervalDays: 1.5 })).toEqual(['visitIntervalDays']);
  expect(faultsOf({ ...draftOf(known), visitIntervalDays: 21 })).toEqual([]);
});
