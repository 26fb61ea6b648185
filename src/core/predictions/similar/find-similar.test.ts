import { expect, test } from 'vitest';
import { summariseColumn } from '#core/predictions/reasons/summarise-column.ts';
import { findSimilar, indexSimilar } from './find-similar.ts';

const spent = [10, 20, 30, 40, 1_000, null];
const trade = ['bakery', 'bakery', 'garage', 'garage', 'bakery', null];
const since = ['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', null];
const values = [spent, trade, since];
const places = Uint32Array.of(0, 1, 2, 3, 4, 5);
const types = ['number', 'choice', 'date'] as const;
const summaries = types.map((type, at) =>
  summariseColumn({ type, values: values[at] ?? [] }, places),
);
const index = indexSimilar(summaries, places, (column) => values[column] ?? []);

test('the nearest stand first, by the share of customers between two numbers', () => {
  expect(findSimilar(index, [21, 'bakery', '2021-02-01'], [1, 1, 1], 2)).toEqual([1, 0]);
  // A thousand is only one customer away from forty.
  expect(findSimilar(index, [900, 'garage', null], [1, 0, 0], 2)).toEqual([4, 3]);
});

test('a column without weight has no say, and what is missing is like what is missing', () => {
  expect(findSimilar(index, [10, 'garage', null], [0, 1, 0], 2)).toEqual([2, 3]);
  expect(findSimilar(index, [null, null, null], [1, 1, 1], 1)).toEqual([5]);
  expect(findSimilar(index, [10, 'never seen', null], [1, 1, 0], 1)).toEqual([0]);
});

test('only the customers at the places given are found', () => {
  const some = indexSimilar(summaries, Uint32Array.of(3, 5), (column) => values[column] ?? []);
  expect(findSimilar(some, [10, 'bakery', null], [1, 1, 0], 5)).toEqual([3, 5]);
});
