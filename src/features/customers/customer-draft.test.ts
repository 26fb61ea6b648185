import { expect, test } from 'vitest';
import { applyDraft, draftOf, newCustomer } from './customer-draft.ts';

const known = {
  ...newCustomer('c1', 1),
  name: 'Ada',
  phones: ['1', '2'],
  address: { street: 'High Street', city: 'Ely' },
};

test('saving an untouched form changes nothing', () => {
  expect(applyDraft(known, draftOf(known))).toEqual(known);
});

test('the other phone numbers stay when the first is changed', () => {
  expect(applyDraft(known, { ...draftOf(known), phone: ' 3 ' }).phones).toEqual(['3', '2']);
});

test('an emptied place is gone, the street stays', () => {
  expect(applyDraft(known, { ...draftOf(known), city: '' }).address).toEqual({
    street: 'High Street',
  });
});
