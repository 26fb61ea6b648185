import { describe, expect, test } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { attributeTrees, openTreesGround } from './attribute-trees.ts';
import type { BinnedTable } from './binned-table.ts';
import { boostTrees } from './boost-trees.ts';
import { sumTrees, type Tree } from './tree.ts';

const width = 5;
const backgrounds = 12;

/** Five columns of codes, one of them a choice; the answer follows from how they act together. */
const seededTable = (rows: number, seed: number): BinnedTable => {
  const random = seededRandom(seed);
  return {
    rows,
    columns: Array.from({ length: width }, (_, column) => ({
      codes: Uint8Array.from({ length: rows }, () => Math.floor(random() * 7)),
      bins: 7,
      isChoice: column === 2,
    })),
  };
};

const codeAt = ({ columns }: BinnedTable, row: number, column: number): number =>
  columns[column]?.codes[row] ?? 0;

const grow = (): readonly Tree[] => {
  const table = seededTable(900, 1);
  const random = seededRandom(2);
  const labels = Float32Array.from({ length: 900 }, (_, row) => {
    const a = codeAt(table, row, 0) > 3 ? 1 : -1;
    const b = codeAt(table, row, 1) > 2 ? 1 : -1;
    const shop = codeAt(table, row, 2) % 2 === 0 ? 1 : -1;
    return a * b + 0.7 * shop * (codeAt(table, row, 3) - 3) + normalFrom(random) > 0 ? 1 : 0;
  });
  const rules = {
    rate: 0.2,
    mostLeaves: 15,
    ridge: 1,
    fewestRows: 5,
    mostTrees: 12,
    patience: 5,
    rowShare: 0.8,
    columnShare: 0.8,
  };
  const growing = boostTrees(table, labels, undefined, rules, seededRandom(3));
  for (;;) {
    const step = growing.next();
    if (step.done === true) return step.value.trees;
  }
};

/** What the trees say of the customer with the columns outside `set` from the background row. */
const sayMixed = (
  trees: readonly Tree[],
  [customers, row]: readonly [BinnedTable, number],
  [others, other]: readonly [BinnedTable, number],
  set: number,
): number => {
  const columns = Array.from({ length: width }, (_, column) => {
    const isOwn = (set & (1 << column)) !== 0;
    const code = isOwn ? codeAt(customers, row, column) : codeAt(others, other, column);
    return { codes: Uint8Array.of(code), bins: 7, isChoice: column === 2 };
  });
  return sumTrees(trees, { rows: 1, columns })[0] ?? 0;
};

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** By all subsets of the columns; `worth` has one number per subset. */
const bySubsets = (worth: readonly number[], column: number): number =>
  worth.reduce((sum, value, set) => {
    if (set & (1 << column)) return sum;
    const size = set.toString(2).split('1').length - 1;
    const weight = (factorial(size) * factorial(width - size - 1)) / factorial(width);
    return sum + weight * ((worth[set | (1 << column)] ?? 0) - value);
  }, 0);

describe('reasons of trees', () => {
  const trees = grow();
  const others = seededTable(backgrounds, 7);
  const customers = seededTable(6, 8);
  const ground = openTreesGround(trees, others, [0, 1, 2, 3, 4], width);
  const added = new Float64Array(customers.rows * backgrounds * width);
  attributeTrees(ground, customers, 0.5, added);

  test('are those of all subsets of the columns, against each background row', () => {
    let largest = 0;
    for (let row = 0; row < customers.rows; row += 1)
      for (let other = 0; other < backgrounds; other += 1) {
        const worth = Array.from({ length: 1 << width }, (_, set) =>
          sayMixed(trees, [customers, row], [others, other], set),
        );
        for (let column = 0; column < width; column += 1) {
          const exact = 0.5 * bySubsets(worth, column);
          largest = Math.max(largest, Math.abs(exact));
          const own = added[(row * backgrounds + other) * width + column] ?? Number.NaN;
          expect(Math.abs(own - exact)).toBeLessThan(1e-9);
        }
      }
    expect(largest).toBeGreaterThan(0.1);
  });

  test('of one customer are those of the same one among many', () => {
    const alone = new Float64Array(backgrounds * width);
    const only = {
      rows: 1,
      columns: customers.columns.map((column) => ({ ...column, codes: column.codes.slice(3, 4) })),
    };
    attributeTrees(ground, only, 0.5, alone);
    const from = 3 * backgrounds * width;
    expect(alone).toEqual(added.slice(from, from + alone.length));
  });

  test('trees without a cut have none', () => {
    const stump: Tree = {
      columns: [-1],
      cuts: [0],
      lefts: [null],
      missingLeft: [0],
      children: [0],
      values: [3],
    };
    const into = new Float64Array(customers.rows * backgrounds * width);
    attributeTrees(openTreesGround([stump], others, [0, 1, 2, 3, 4], width), customers, 1, into);
    expect(into.every((value) => value === 0)).toBe(true);
  });
});
