import { expect, test } from 'vitest';
import { en } from '#i18n/en.ts';
import { makeFormat } from '#i18n/make-format.ts';
import { zh } from '#i18n/zh.ts';
import { nameRecord } from './name-record.ts';
import { nameField, sayField } from './say-field.ts';

const format = makeFormat('en', 'UTC');
const say = (field: string, value: unknown) => sayField(en, format, field, value);

test('a value is said as a person would, an id never', () => {
  expect(say('lifecycle', 'lapsed')).toBe('Lapsed');
  expect(say('tags', ['a', 'b'])).toBe('a, b');
  expect(say('tags', [])).toBe('empty');
  expect(say('doNotContact', true)).toBe('yes');
  expect(say('amount', { amountMinor: 12_345, currency: 'EUR' })).toBe('€123.45');
  expect(say('customerId', '0f3c')).toBe('changed');
  expect(say('dueAt', 0)).toContain('1970');
  expect(say('lines', [{}, {}])).toBe('2 lines');
});

test('a custom field is called by its own name, in both languages', () => {
  expect(nameField(zh, 'custom:年采购额')).toBe('年采购额');
  expect(nameField(zh, 'address.city')).toBe('城市');
  expect(nameField(en, 'address.city')).toBe('Place');
});

test('a record without a name is named by what it is', () => {
  expect(nameRecord(en, 'customers', { ord: 16 })).toBe('Customer 17');
  expect(nameRecord(en, 'orders', { number: 'A-1' })).toBe('A-1');
  expect(nameRecord(en, 'activities', { text: 'x'.repeat(80) })).toHaveLength(60);
});
