import { expect, test } from 'vitest';
import type { ColumnReason } from '#contracts/learn.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { en } from '#i18n/en.ts';
import { makeFormat } from '#i18n/make-format.ts';
import { zh } from '#i18n/zh.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { sayComparison, sayValue } from './say-reason.ts';

const format = makeFormat('en', 'UTC');
const discount: FieldDefinition = {
  id: 'f1',
  createdAt: 0,
  updatedAt: 0,
  rev: 0,
  entity: 'customers',
  key: 'discount',
  label: 'Discount',
  type: 'number',
  percent: true,
  learnable: true,
};
const of = (part: Partial<ColumnReason>): ColumnReason => ({
  column: 'discount',
  type: 'number',
  value: 12,
  phi: 1,
  error: 0,
  compared: { kind: 'order', below: 0.87, same: 0.03, usual: 5, isDate: false },
  choices: [],
  ...part,
});
const say = (part: Partial<ColumnReason>) => sayComparison(of(part), [discount], en, format);

test('a number is set against the other customers, never beyond what is true', () => {
  expect(say({})).toBe('more than 8 of 10 customers · usual: 5%');
  expect(
    say({ value: 0, compared: { kind: 'order', below: 0, same: 0, usual: 5, isDate: false } }),
  ).toBe('less than 9 of 10 customers · usual: 5%');
  const near = { kind: 'order', below: 0.4, same: 0.1, usual: 5, isDate: false } as const;
  expect(say({ value: 6, compared: near })).toBe('usual: 5%');
  expect(say({ value: 5, compared: near })).toBe('as usual among your customers');
});

test('a day is earlier or later, a choice is shared or rare, a gap is a gap', () => {
  const late = { kind: 'order', below: 0.9, same: 0, usual: 19754, isDate: true } as const;
  expect(say({ column: 'since', type: 'date', value: '2026-01-01', compared: late })).toBe(
    'later than 9 of 10 customers · usual: Feb 1, 2024',
  );
  const choice = { column: 'channel', type: 'choice', value: 'fair' } as const;
  expect(say({ ...choice, compared: { kind: 'share', share: 0.124, commonest: 'web' } })).toBe(
    'the same for 12% of your customers · most often: web',
  );
  expect(say({ ...choice, compared: { kind: 'share', share: 0.001, commonest: 'fair' } })).toBe(
    'hardly any other customer has this',
  );
  expect(say({ value: null, compared: { kind: 'missing', share: 0.3 } })).toBe(
    'not filled in, as for 30% of your customers',
  );
});

test('columns and values have their names on the screen', () => {
  expect(nameColumn('discount', [discount], en)).toBe('Discount');
  expect(nameColumn('city', [], zh)).toBe(zh.customers.city);
  expect(sayValue(of({ column: 'kind', type: 'choice', value: 'person' }), [], zh, format)).toBe(
    zh.customers.kinds.person,
  );
  expect(sayValue(of({ type: 'yesno', value: 'yes', column: 'news' }), [], zh, format)).toBe('是');
});
