import { expect, test } from 'vitest';
import { makeFormat } from './make-format.ts';

const en = makeFormat('en', 'UTC');
const zh = makeFormat('zh', 'UTC');

test('amounts are whole minor units, whatever a currency calls minor', () => {
  expect(en.money(123_456, 'EUR')).toBe('€1,234.56');
  expect(en.money(1500, 'JPY')).toBe('¥1,500');
});

test('Chinese shortens large numbers by 万 and 亿', () => {
  expect(zh.compact(123_000)).toBe('12.3万');
  expect(zh.compact(250_000_000)).toBe('2.5亿');
});

test('a day stays the same day in every time zone', () => {
  expect(makeFormat('en', 'Pacific/Apia').day('2026-03-01')).toBe('Mar 1, 2026');
});

test('a prediction is never 0 % or 100 %', () => {
  expect(en.probability(0.999)).toBe('95%');
  expect(en.probability(0.001)).toBe('5%');
});

test('time left is said in one unit', () => {
  expect(en.duration(12_400)).toBe('12 sec');
  expect(zh.duration(180_000)).toBe('3分钟');
});
