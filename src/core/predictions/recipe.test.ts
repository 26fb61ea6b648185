import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldType } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { chooseColumns } from './choose-columns.ts';
import { countNotFinite, encodeRows } from './encode-rows.ts';
import { fitRecipe } from './fit-recipe.ts';
import { isProtectedTrait } from './is-protected-trait.ts';
import type { SourceColumn } from './source-column.ts';

const column = (
  name: string,
  type: FieldType,
  values: readonly CustomValue[],
  learnable = true,
): SourceColumn => ({ name, type, values, learnable });
const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const encode = (columns: readonly SourceColumn[], train: Uint32Array, rows: Uint32Array) => {
  const recipe = fitRecipe(columns, train, 20_000);
  const find = (name: string) => columns.find((one) => one.name === name)?.values;
  return { recipe, find, matrix: encodeRows(recipe, find, rows) };
};

describe('rows to numbers', () => {
  test('a missing number is the median, and numbers have mean 0 and population deviation 1', () => {
    const { matrix } = encode([column('x', 'number', [1, 3, null, 8])], all(4), all(4));
    const [a = 0, b = 0, gap = 0, d = 0] = matrix.values;
    expect(gap).toBeCloseTo(b, 6);
    expect(a + b + gap + d).toBeCloseTo(0, 5);
    expect((a * a + b * b + gap * gap + d * d) / 4).toBeCloseTo(1, 5);
  });

  test('nothing is learned from rows that were set aside', () => {
    const columns = [
      column('x', 'number', [1, 2, 3, 1e9]),
      column('c', 'choice', ['a', 'b', 'a', 'z']),
    ];
    const { recipe, matrix } = encode(columns, all(3), all(4));
    expect(recipe.columns[0]).toMatchObject({ median: 2, mean: 2 });
    expect(recipe.columns[1]).toMatchObject({ levels: ['a', 'b'] });
    expect([...matrix.values.slice(9, 12)].slice(1)).toEqual([0, 0]);
  });

  test('NaN and infinite cells are counted and treated as missing', () => {
    const values = [1, Number.NaN, Number.POSITIVE_INFINITY, 'inf', 'nan', 1e308, null, 5];
    const { recipe, find, matrix } = encode([column('x', 'number', values)], all(8), all(8));
    expect(countNotFinite(recipe, find, all(8))).toBe(5);
    expect(matrix.values.every(Number.isFinite)).toBe(true);
    expect(recipe.columns[0]).toMatchObject({ median: 3, hasMissing: true });
  });

  test('whatever the cells hold, every input is a finite number', () => {
    const cell = fc.oneof(
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.constant('2024-02-30'),
    );
    const type = fc.constantFrom<FieldType>('number', 'date', 'choice', 'text', 'yesno');
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), type, (values, kind) => {
        const rows = all(values.length);
        const half = rows.slice(0, Math.max(1, values.length >> 1));
        const { matrix } = encode([column('x', kind, values)], half, rows);
        expect(matrix.values.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('a date is the days before the as-of day', () => {
    const { recipe } = encode([column('d', 'date', ['2024-10-04', '2024-09-24'])], all(2), all(2));
    expect(recipe.columns[0]).toMatchObject({ kind: 'date', mean: 5, deviation: 5 });
  });

  test('a table without a column of the recipe is scored as if it were missing', () => {
    const columns = [column('x', 'number', [1, 2, 3]), column('c', 'choice', ['a', 'b', 'b'])];
    const { recipe } = encode(columns, all(3), all(3));
    const matrix = encodeRows(recipe, () => undefined, all(2));
    expect([...matrix.values]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('columns left out, and why', () => {
  const random = seededRandom(1);
  const rows = 300;
  const labels = Int8Array.from({ length: rows }, () => (random() < 0.4 ? 1 : 0));
  const make = (value: (row: number) => CustomValue) =>
    Array.from({ length: rows }, (_, row) => value(row));
  const columns = [
    column(
      'y',
      'choice',
      make((row) => (labels[row] === 1 ? 'yes' : 'no')),
    ),
    column(
      'again',
      'number',
      make((row) => 5 * (labels[row] ?? 0)),
    ),
    column(
      'No',
      'number',
      make((row) => row + 1),
    ),
    column(
      'code',
      'choice',
      make((row) => `K-${row}`),
    ),
    column(
      'note',
      'text',
      make((row) => `visited ${row} times`),
    ),
    column(
      'same',
      'choice',
      make(() => 'x'),
    ),
    column(
      'empty',
      'number',
      make(() => null),
    ),
    column(
      'Gender',
      'choice',
      make((row) => (row % 2 === 0 ? 'f' : 'm')),
    ),
    column(
      'off',
      'number',
      make((row) => row % 7),
      false,
    ),
    column(
      'unwanted',
      'number',
      make((row) => row % 9),
    ),
    column(
      'age',
      'number',
      make((row) => 20 + (row % 50)),
    ),
  ];
  const choose = (protectedTraits: 'use' | 'drop') =>
    chooseColumns(columns, all(rows), labels, { target: 'y', drop: ['unwanted'], protectedTraits });

  test('every column is used or has a reason', () => {
    const { used, left } = choose('drop');
    expect(used.map(({ name }) => name)).toEqual(['age']);
    expect(Object.fromEntries(left.map(({ column: name, why }) => [name, why]))).toEqual({
      y: 'target',
      again: 'same-as-target',
      No: 'identifier',
      code: 'identifier',
      note: 'free-text',
      same: 'constant',
      empty: 'all-missing',
      Gender: 'protected',
      off: 'not-learnable',
      unwanted: 'dropped',
    });
  });

  test('protected traits are used only when asked for', () => {
    expect(choose('use').used.map(({ name }) => name)).toEqual(['Gender', 'off', 'age']);
  });

  test('protected traits are known by their names in English and Chinese', () => {
    for (const name of ['sex', 'Year_Birth', 'dateOfBirth', '性别', '出生日期', 'Nationality'])
      expect(isProtectedTrait(name), name).toBe(true);
    for (const name of ['age', 'Essex', 'racecourse visits', 'balance'])
      expect(isProtectedTrait(name), name).toBe(false);
  });
});
