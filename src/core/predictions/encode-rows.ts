import type { CustomValue } from '#core/record.ts';
import { missingLevel, widthOf } from './fit-recipe.ts';
import type { RecipeColumn } from './recipe-column.ts';
import { dayOf, isNotFinite, numberOf, textOf } from './source-column.ts';

/** Rows as numbers, row by row: `values[row × width + input]`. */
export type FeatureMatrix = {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer>;
};

/** The values of a column of the table by name; undefined when the table has no such column. */
export type FindValues = (name: string) => readonly CustomValue[] | undefined;

/** A value this many deviations away is held there: training rows never get that far. */
const furthest = 1000;

const standardise = (
  value: number,
  { median, mean, deviation }: { median: number; mean: number; deviation: number },
): number => {
  const filled = Number.isNaN(value) ? median : value;
  return Math.max(-furthest, Math.min(furthest, (filled - mean) / deviation));
};

const encodeColumn = (
  column: RecipeColumn,
  values: readonly CustomValue[] | undefined,
  rows: Uint32Array,
  matrix: FeatureMatrix,
  offset: number,
): void => {
  if (column.kind === 'choice') {
    const inputOf = new Map(column.levels.map((level, at) => [level, offset + at]));
    rows.forEach((row, at) => {
      const input = inputOf.get(textOf(values?.[row]) ?? missingLevel);
      if (input !== undefined) matrix.values[at * matrix.width + input] = 1;
    });
    return;
  }
  const read =
    column.kind === 'number'
      ? numberOf
      : (value: CustomValue | undefined) => column.asOfDay - dayOf(value);
  rows.forEach((row, at) => {
    matrix.values[at * matrix.width + offset] = standardise(read(values?.[row]), column);
  });
};

/**
 * Rows of a table as inputs, by a fitted recipe. A column the table lacks counts as missing
 * throughout; a level the recipe never saw is all zero.
 */
export const encodeRows = (
  recipe: { readonly columns: readonly RecipeColumn[]; readonly width: number },
  findValues: FindValues,
  rows: Uint32Array,
): FeatureMatrix => {
  const values = new Float32Array(rows.length * recipe.width);
  const matrix = { rows: rows.length, width: recipe.width, values };
  let offset = 0;
  for (const column of recipe.columns) {
    encodeColumn(column, findValues(column.name), rows, matrix, offset);
    offset += widthOf(column);
  }
  return matrix;
};

/** Cells of numeric columns that hold NaN or an infinity: they count as missing. */
export const countNotFinite = (
  recipe: { readonly columns: readonly RecipeColumn[] },
  findValues: FindValues,
  rows: Uint32Array,
): number => {
  let count = 0;
  for (const column of recipe.columns) {
    if (column.kind !== 'number') continue;
    const values = findValues(column.name);
    for (const row of rows) if (isNotFinite(values?.[row])) count += 1;
  }
  return count;
};
