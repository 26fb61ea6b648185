import { expect, test } from 'vitest';
import { mergeBins } from './merge-bins.ts';

test('bars that stand for a handful of customers are joined with their neighbour', () => {
  const bins = [
    { said: 0.1, happened: 0.1, rows: 100 },
    { said: 0.8, happened: 0.5, rows: 30 },
    { said: 0.9, happened: 1, rows: 10 },
  ];
  const merged = mergeBins(bins, 20);
  expect(merged.map(({ rows }) => rows)).toEqual([100, 40]);
  expect(merged[1]?.happened).toBeCloseTo(0.625);
});

test('with very few customers one bar is left', () => {
  expect(mergeBins([{ said: 0.2, happened: 0, rows: 3 }], 20)).toHaveLength(1);
});

test('at most five bars are shown, and together they hold everybody', () => {
  const bins = Array.from({ length: 10 }, (_, at) => ({
    said: at / 10 + 0.05,
    happened: at / 10,
    rows: 1000 - 90 * at,
  }));
  const merged = mergeBins(bins, 20);
  expect(merged).toHaveLength(5);
  expect(merged.reduce((sum, { rows }) => sum + rows, 0)).toBe(5950);
  expect(merged.map(({ said }) => said)).toEqual(merged.map(({ said }) => said).sort());
});
