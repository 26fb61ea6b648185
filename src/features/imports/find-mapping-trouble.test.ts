import { expect, test } from 'vitest';
import type { ColumnMapping } from '#contracts/import.ts';
import { countColumns, findMappingTrouble } from './find-mapping-trouble.ts';

const columns = (...fields: string[]): ColumnMapping[] =>
  fields.map((field, at) => ({ header: `c${at}`, field, type: 'text' }));

test('customers need no particular column', () => {
  expect(findMappingTrouble('customers', columns('custom', 'custom'))).toBeUndefined();
});

test('an order line without a price is told before anything runs', () => {
  expect(findMappingTrouble('orders', columns('number', 'date', 'sku', 'quantity'))).toEqual({
    kind: 'missing',
    fields: ['unitPrice'],
  });
});

test('a file whose every column is skipped imports nothing', () => {
  expect(findMappingTrouble('customers', columns('skip', 'skip'))).toEqual({ kind: 'nothing' });
});

test('columns are counted by where they go', () => {
  expect(countColumns(columns('name', 'custom', 'custom', 'skip'))).toEqual({
    known: 1,
    custom: 2,
    skipped: 1,
  });
});

test('a plain list of purchases needs who, when and how much', () => {
  expect(findMappingTrouble('orders', columns('amount', 'date', 'customerId'))).toBeUndefined();
  expect(findMappingTrouble('orders', columns('amount', 'date'))).toEqual({
    kind: 'missing',
    fields: ['customerId'],
  });
});
