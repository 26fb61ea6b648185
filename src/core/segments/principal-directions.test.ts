import { expect, test } from 'vitest';
import { seededRandom } from '#core/seeded-random.ts';
import { principalDirections } from './principal-directions.ts';

const matrixOf = (rows: readonly (readonly number[])[]) => ({
  rows: rows.length,
  width: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

test('the first direction is the one in which customers differ most', () => {
  const random = seededRandom(3);
  const rows = Array.from({ length: 500 }, () => {
    const along = 10 * (random() - 0.5);
    return [along + 0.1 * random(), 0.2 * random(), 2 * along + 0.1 * random()];
  });
  const [first, second] = principalDirections(matrixOf(rows), 2);
  expect(first?.share).toBeGreaterThan(0.99);
  expect(first?.weights[2]).toBeCloseTo(2 / Math.sqrt(5), 2);
  expect(Math.abs(first?.weights[1] ?? 1)).toBeLessThan(0.01);
  const across = first?.weights.reduce((sum, one, at) => sum + one * (second?.weights[at] ?? 1), 0);
  expect(across).toBeCloseTo(0, 6);
});

test('where customers differ in one column only there is one direction', () => {
  const rows = Array.from({ length: 20 }, (_, at) => [at, 5, 5]);
  const found = principalDirections(matrixOf(rows), 2);
  expect(found).toHaveLength(1);
  expect(found[0]?.weights[0]).toBeCloseTo(1);
  expect(principalDirections(matrixOf([[1, 2]]), 2)).toEqual([]);
});
