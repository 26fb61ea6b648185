import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldType } from '#core/customers/field-definition.ts';
import { computeAuc } from '#core/predictions/metrics.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { binRows, fitBins } from './bin-rows.ts';
import { codeOf, fitCuts, mostBins } from './binned-table.ts';
import { type BoostRules, boostTrees } from './boost-trees.ts';
import { sumTrees } from './tree.ts';

const rules: BoostRules = {
  rate: 0.1,
  mostLeaves: 8,
  ridge: 1,
  fewestRows: 5,
  mostTrees: 60,
  patience: 10,
  rowShare: 0.8,
  columnShare: 1,
};

const column = (name: string, type: FieldType, values: readonly CustomValue[]): SourceColumn => ({
  name,
  type,
  values,
  learnable: true,
});
const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const finish = <T>(generator: Generator<unknown, T>): T => {
  for (;;) {
    const step = generator.next();
    if (step.done === true) return step.value;
  }
};

/** Buys when exactly one of two things holds, of six shops only two count, a gap in `c` means yes. */
const shop = (count: number, seed: number) => {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => ({
    a: normalFrom(random),
    b: normalFrom(random),
    c: random() < 0.2 ? null : normalFrom(random),
    shop: 'pqrstu'[Math.floor(random() * 6)] ?? 'p',
  }));
  const labels = Float32Array.from(rows, ({ a, b, c, shop: where }) =>
    a > 0 !== b > 0 || c === null || where === 'q' || where === 't' ? 1 : 0,
  );
  const columns = [
    column(
      'a',
      'number',
      rows.map(({ a }) => a),
    ),
    column(
      'b',
      'number',
      rows.map(({ b }) => b),
    ),
    column(
      'c',
      'number',
      rows.map(({ c }) => c),
    ),
    column(
      'shop',
      'choice',
      rows.map(({ shop: where }) => where),
    ),
  ];
  const find = (name: string) => columns.find((one) => one.name === name)?.values;
  return { columns, labels, find };
};

const grow = (count = 1500, part: Partial<BoostRules> = {}) => {
  const { columns, labels, find } = shop(count, 1);
  const rows = all(count);
  const fields = fitBins(columns, rows);
  const table = binRows(fields, find, rows);
  const grown = finish(
    boostTrees(table, labels, undefined, { ...rules, ...part }, seededRandom(2)),
  );
  return { grown, fields, table, labels };
};

describe('numbers to codes', () => {
  test('a code says how many cuts lie at or below a value, and 0 that it is missing', () => {
    const cuts = fitCuts(Float64Array.of(1, 2, 2, 4, Number.NaN));
    expect(cuts).toEqual([1.5, 3]);
    expect([1, 1.5, 2, 9, Number.NaN].map((value) => codeOf(cuts, value))).toEqual([1, 2, 2, 3, 0]);
  });

  test('whatever the numbers, codes fit into their room and keep the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (numbers) => {
        const values = Float64Array.from(numbers);
        const cuts = fitCuts(values);
        const codes = [...values].sort((a, b) => a - b).map((value) => codeOf(cuts, value));
        expect(codes.every((code) => code >= 1 && code < mostBins)).toBe(true);
        expect(codes).toEqual([...codes].sort((a, b) => a - b));
      }),
    );
  });

  test('a thousand different values share the bins evenly', () => {
    const values = Float64Array.from({ length: 10_000 }, (_, at) => at);
    const cuts = fitCuts(values);
    expect(cuts.length).toBeGreaterThan(mostBins - 10);
    const counts = new Map<number, number>();
    for (const value of values)
      counts.set(codeOf(cuts, value), (counts.get(codeOf(cuts, value)) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThan(160);
  });
});

describe('boosted trees', () => {
  test('find what only two things together tell, a gap that means something, and two shops of six', () => {
    const { grown, fields } = grow();
    const fresh = shop(800, 9);
    const said = sumTrees(grown.trees, binRows(fields, fresh.find, all(800)));
    expect(computeAuc(said, fresh.labels)).toBeGreaterThan(0.97);
  });

  test('the same seed grows the same trees', () => {
    expect(grow(400).grown.trees).toEqual(grow(400).grown.trees);
  });

  test('where nothing is to be learned the rows aside end the growing', () => {
    const { columns, find } = shop(600, 3);
    const random = seededRandom(4);
    const labels = Float32Array.from({ length: 600 }, () => (random() < 0.3 ? 1 : 0));
    const rows = all(600);
    const fields = fitBins(columns, rows.subarray(0, 400));
    const grown = finish(
      boostTrees(
        binRows(fields, find, rows.subarray(0, 400)),
        labels.subarray(0, 400),
        { table: binRows(fields, find, rows.subarray(400)), labels: labels.subarray(400) },
        rules,
        seededRandom(5),
      ),
    );
    expect(grown.trees.length).toBeLessThan(rules.mostTrees / 2);
    expect(grown.aside).toHaveLength(200);
  });

  test('no leaf holds fewer rows than the rule says', () => {
    const { grown, table } = grow(300, { mostTrees: 3, fewestRows: 40, rowShare: 1 });
    for (const tree of grown.trees) {
      const said = sumTrees([tree], table);
      const counts = new Map<number, number>();
      for (const value of said) counts.set(value, (counts.get(value) ?? 0) + 1);
      expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(40);
    }
  });

  test('a shop never seen and a column that is gone are answered, not refused', () => {
    const { grown, fields } = grow(400);
    const find = (name: string) => (name === 'shop' ? ['never', 'seen'] : undefined);
    const said = sumTrees(grown.trees, binRows(fields, find, all(2)));
    expect([...said].every(Number.isFinite)).toBe(true);
  });

  test('one class, one row and a constant column grow no cut', () => {
    const columns = [column('x', 'number', [5, 5, 5])];
    const find = () => columns[0]?.values;
    const fields = fitBins(columns, all(3));
    const table = binRows(fields, find, all(3));
    const grown = finish(
      boostTrees(
        table,
        Float32Array.of(1, 1, 1),
        undefined,
        { ...rules, mostTrees: 2 },
        seededRandom(1),
      ),
    );
    expect(grown.trees.every(({ columns: cuts }) => cuts.length === 1)).toBe(true);
    expect([...sumTrees(grown.trees, table)].every(Number.isFinite)).toBe(true);
  });
});
