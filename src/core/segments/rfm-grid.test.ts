import { expect, test } from 'vitest';
import { rfmGrid } from './rfm-grid.ts';

const rfmOf = (rows: readonly (readonly [number, number, number])[]) => ({
  recencyDays: Float64Array.from(rows, ([days]) => days),
  frequency: Float64Array.from(rows, ([, orders]) => orders),
  basketMinor: Float64Array.from(rows, ([, , basket]) => basket),
});

const nameOf = ({ labels, names }: ReturnType<typeof rfmGrid>, row: number) =>
  names[labels[row] ?? -1]?.en;

test('lately, often and much is a champion; long ago and much is slipping; nobody is left out', () => {
  const rows = Array.from({ length: 600 }, (_, at): [number, number, number] => [
    1 + (at % 25),
    1 + (at % 24),
    100 + (at % 23),
  ]);
  rows.push([0, 99, 9999], [99, 99, 9999], [99, 1, 1], [0, 1, 1], [700, 0, 0]);
  const grid = rfmGrid(rfmOf(rows));
  expect(grid.kind).toBe('quintile');
  expect([600, 601, 602, 603, 604].map((row) => nameOf(grid, row))).toEqual([
    'Champions',
    'Big but slipping',
    'Dormant',
    'New',
    'No orders yet',
  ]);
  expect(grid.labels.every((label) => label >= 0)).toBe(true);
  expect(new Set(grid.labels).size).toBe(grid.names.length);
});

test('few customers are cut into thirds, equal ones never apart', () => {
  const grid = rfmGrid(
    rfmOf(Array.from({ length: 90 }, (_, at) => [at % 3, 1 + (at % 2), at % 2])),
  );
  expect(grid.kind).toBe('tercile');
  for (let row = 6; row < 90; row += 1) expect(grid.labels[row]).toBe(grid.labels[row % 6]);
  expect(rfmGrid(rfmOf([[0, 0, 0]])).names.map(({ en }) => en)).toEqual(['No orders yet']);
});
