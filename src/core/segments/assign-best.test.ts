import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignBest } from './assign-best.ts';

/** The least total over all ways to give rows different columns, tried one by one. */
const leastTotal = (costs: readonly (readonly number[])[], row = 0, used = 0): number => {
  const columns = costs[0]?.length ?? 0;
  const left = costs.length - row;
  if (left === 0) return 0;
  const free = columns - used.toString(2).replaceAll('0', '').length;
  let least = left > free ? leastTotal(costs, row + 1, used) : Number.POSITIVE_INFINITY;
  costs[row]?.forEach((cost, column) => {
    if ((used & (1 << column)) === 0)
      least = Math.min(least, cost + leastTotal(costs, row + 1, used | (1 << column)));
  });
  return least;
};

test('no other assignment costs less, whatever the shape of the table', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }),
        { minLength: rows, maxLength: rows },
      ),
    );
  fc.assert(
    fc.property(table, (costs) => {
      const chosen = assignBest(costs);
      const taken = chosen.filter((column) => column >= 0);
      expect(taken.length).toBe(Math.min(costs.length, costs[0]?.length ?? 0));
      expect(new Set(taken).size).toBe(taken.length);
      const total = chosen.reduce(
        (sum, column, row) => sum + (column < 0 ? 0 : (costs[row]?.[column] ?? 0)),
        0,
      );
      expect(total).toBe(leastTotal(costs));
    }),
    { numRuns: 300 },
  );
});

test('nearest first would be dearer', () => {
  expect(
    assignBest([
      [1, 2],
      [2, 100],
    ]),
  ).toEqual([1, 0]);
  expect(assignBest([])).toEqual([]);
});
