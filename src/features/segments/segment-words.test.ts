import { expect, test } from 'vitest';
import { segments as own } from '#i18n/en/segments.ts';
import { makeFormat } from '#i18n/make-format.ts';
import { sayStanding, sayValue } from './segment-words.ts';

const wording = { own, format: makeFormat('en', 'UTC'), currency: 'EUR' };
const standing = { column: 0, own: 1, all: 2, deviation: -1.4 };

test('a silence is said in days and a basket in money', () => {
  expect(sayValue('rfm', 'recencyDays', 31.6, wording)).toBe('32 days');
  expect(sayValue('rfm', 'basketMinor', 123_456, wording)).toBe('€1.2K');
});

test('a column of the person’s own keeps its name and its decimals', () => {
  expect(sayValue('columns', 'emp.var.rate', -1.234_56, wording)).toBe('-1.23');
  expect(sayStanding('columns', { ...standing, name: 'age', band: 'much-lower' }, wording)).toBe(
    'age: far below average',
  );
});

test('a short silence is good news and is said so', () => {
  expect(sayStanding('rfm', { ...standing, name: 'recencyDays', band: 'lower' }, wording)).toBe(
    'Ordered more lately',
  );
});

test('a file’s own column called frequency is not taken for the number of orders', () => {
  expect(sayStanding('columns', { ...standing, name: 'frequency', band: 'higher' }, wording)).toBe(
    'frequency: above average',
  );
});
