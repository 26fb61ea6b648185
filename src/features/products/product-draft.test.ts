import { expect, test } from 'vitest';
import { applyProductDraft, faultsOf, newProduct, productDraftOf } from './product-draft.ts';

const blank = newProduct('p', 5);
const filled = {
  ...productDraftOf(undefined, 'EUR'),
  name: ' Green tea ',
  sku: 'T-1',
  price: 3.335,
  packSize: 6,
};

test('a product is kept as it was written, prices with all their decimals', () => {
  expect(applyProductDraft(blank, filled)).toEqual({
    ...blank,
    externalId: 'T-1',
    name: 'Green tea',
    sku: 'T-1',
    price: 3.335,
    currency: 'EUR',
    packSize: 6,
  });
});

test('an emptied field is gone, and what the form does not show stays', () => {
  const imported = { ...blank, importId: 'i', externalId: 'X9', sku: 'T-1', unit: 'box', price: 1 };
  const draft = { ...productDraftOf(imported, 'EUR'), name: 'Tea', unit: ' ', price: undefined };
  const saved = applyProductDraft(imported, draft);
  expect(saved).toMatchObject({ importId: 'i', externalId: 'X9' });
  expect(saved).not.toHaveProperty('unit');
  expect(saved).not.toHaveProperty('price');
});

test('a product without a name, with an empty pack or a price below zero is not saved', () => {
  expect(faultsOf(filled)).toEqual([]);
  expect(faultsOf({ ...filled, name: ' ', packSize: 0, price: -1 })).toEqual([
    'name',
    'packSize',
    'price',
  ]);
});
