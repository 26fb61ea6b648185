import * as v from 'valibot';
import type { CustomValue } from '#core/record.ts';
import type { FeatureMatrix, FindValues } from './encode-rows.ts';
import { levelsOf, missingLevel } from './fit-recipe.ts';
import { dayOf, numberOf, type SourceColumn, textOf } from './source-column.ts';
import { fitSpread, spreadSchema, widthOfSpread, writeSpread } from './spread.ts';

const richColumnSchema = v.variant('kind', [
  v.object({ kind: v.literal('number'), name: v.string(), spread: spreadSchema }),
  /** Days since 1970. */
  v.object({ kind: v.literal('date'), name: v.string(), spread: spreadSchema }),
  v.object({ kind: v.literal('choice'), name: v.string(), levels: v.array(v.string()) }),
]);
type RichColumn = v.InferOutput<typeof richColumnSchema>;

export const richRecipeSchema = v.object({
  columns: v.array(richColumnSchema),
  /** Width of a feature row. */
  width: v.number(),
});
/** What the default network sees of a table: every number smooth, in bins, and "is it missing". */
export type RichRecipe = v.InferOutput<typeof richRecipeSchema>;

const readerOf = (kind: 'number' | 'date') => (kind === 'number' ? numberOf : dayOf);

const fitColumn = (column: SourceColumn, rows: Uint32Array): RichColumn => {
  const { name, type, values } = column;
  if (type !== 'number' && type !== 'date')
    return { kind: 'choice', name, levels: levelsOf(column, rows) };
  const read = readerOf(type);
  return {
    kind: type,
    name,
    spread: fitSpread(Float64Array.from(rows, (row) => read(values[row]))),
  };
};

/** How many inputs a column becomes; the last one of a numeric column says that it is missing. */
export const widthOfRich = (column: RichColumn): number =>
  column.kind === 'choice' ? column.levels.length : widthOfSpread(column.spread) + 1;

/** Fits the rich recipe on `rows` alone. */
export const fitRichRecipe = (columns: readonly SourceColumn[], rows: Uint32Array): RichRecipe => {
  const fitted = columns.map((column) => fitColumn(column, rows));
  return { columns: fitted, width: fitted.reduce((sum, column) => sum + widthOfRich(column), 0) };
};

const encodeColumn = (
  column: RichColumn,
  values: readonly CustomValue[] | undefined,
  rows: Uint32Array,
  matrix: FeatureMatrix,
  offset: number,
): void => {
  const { width, values: into } = matrix;
  if (column.kind === 'choice') {
    const inputOf = new Map(column.levels.map((level, at) => [level, offset + at]));
    rows.forEach((row, at) => {
      const input = inputOf.get(textOf(values?.[row]) ?? missingLevel);
      if (input !== undefined) into[at * width + input] = 1;
    });
    return;
  }
  const read = readerOf(column.kind);
  const missing = offset + widthOfRich(column) - 1;
  rows.forEach((row, at) => {
    const value = read(values?.[row]);
    writeSpread(into, at * width + offset, column.spread, value);
    if (Number.isNaN(value)) into[at * width + missing] = 1;
  });
};

/**
 * Rows of a table as inputs of the default network. A column the table lacks counts as missing
 * throughout; a level the recipe never saw is all zero.
 */
export const encodeRichRows = (
  { columns, width }: RichRecipe,
  findValues: FindValues,
  rows: Uint32Array,
): FeatureMatrix => {
  const matrix = { rows: rows.length, width, values: new Float32Array(rows.length * width) };
  let offset = 0;
  for (const column of columns) {
    encodeColumn(column, findValues(column.name), rows, matrix, offset);
    offset += widthOfRich(column);
  }
  return matrix;
};
