import { expect, test } from 'vitest';
import { countAgain, fitCounts } from './count-column.ts';

const rowsOf = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const column = (
  type: 'number' | 'choice' | 'date',
  values: readonly (string | number | null)[],
) => ({
  name: 'x',
  type,
  learnable: true,
  values,
});

test('numbers fall into tenths, what is missing stands first', () => {
  const values = [...Array.from({ length: 100 }, (_, at) => at), null, null];
  const { field, counts } = fitCounts(column('number', values), rowsOf(102));
  expect(counts).toEqual([2, ...new Array(10).fill(10)]);
  expect(countAgain(field, [200, -5, null], rowsOf(3))).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test('few distinct numbers get a bin each, one number needs no cut', () => {
  expect(fitCounts(column('number', [0, 1, 0, 1]), rowsOf(4)).counts).toEqual([0, 2, 2]);
  expect(fitCounts(column('number', [7, 7]), rowsOf(2)).counts).toEqual([0, 2]);
});

test('of choices the nine commonest are told apart; a column that is gone is missing throughout', () => {
  const values = Array.from({ length: 78 }, (_, at) =>
    'abcdefghijklm'.charAt(Math.floor(Math.sqrt(2 * at))),
  );
  const { field, counts } = fitCounts(column('choice', values), rowsOf(78));
  expect(counts).toHaveLength(10);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(78);
  expect(countAgain(field, undefined, rowsOf(4))[0]).toBe(4);
  const dated = fitCounts(column('date', ['2024-01-01', '2024-06-01', null]), rowsOf(3));
  expect(dated.counts).toEqual([1, 1, 1]);
});
