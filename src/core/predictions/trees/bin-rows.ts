import * as v from 'valibot';
import type { FindValues } from '#core/predictions/encode-rows.ts';
import { missingLevel } from '#core/predictions/fit-recipe.ts';
import { dayOf, numberOf, type SourceColumn, textOf } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';
import { type BinnedColumn, type BinnedTable, codeOf, fitCuts, mostBins } from './binned-table.ts';

export const binnedFieldSchema = v.variant('kind', [
  v.object({ kind: v.literal('number'), name: v.string(), cuts: v.array(v.number()) }),
  /** Cuts between days since 1970. */
  v.object({ kind: v.literal('date'), name: v.string(), cuts: v.array(v.number()) }),
  v.object({ kind: v.literal('choice'), name: v.string(), levels: v.array(v.string()) }),
]);
/** How a column becomes codes, fitted on the rows trees learned from. */
export type BinnedField = v.InferOutput<typeof binnedFieldSchema>;

/** Levels rarer than this are taken together with those never seen. */
const fewestOfLevel = 3;

const commonLevels = ({ values }: SourceColumn, rows: Uint32Array): string[] => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const level = textOf(values[row]) ?? missingLevel;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewestOfLevel)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostBins - 1)
    .map(([level]) => level);
};

const fitField = (column: SourceColumn, rows: Uint32Array): BinnedField => {
  const { name, type, values } = column;
  if (type === 'number' || type === 'date') {
    const read = type === 'number' ? numberOf : dayOf;
    return { kind: type, name, cuts: fitCuts(Float64Array.from(rows, (row) => read(values[row]))) };
  }
  return { kind: 'choice', name, levels: commonLevels(column, rows) };
};

/** Cuts and levels of these columns, from `rows` alone. */
export const fitBins = (columns: readonly SourceColumn[], rows: Uint32Array): BinnedField[] =>
  columns.map((column) => fitField(column, rows));

const binField = (
  field: BinnedField,
  values: readonly CustomValue[] | undefined,
  rows: Uint32Array,
): BinnedColumn => {
  if (field.kind === 'choice') {
    const codeOfLevel = new Map(field.levels.map((level, at) => [level, at + 1]));
    const codes = Uint8Array.from(
      rows,
      (row) => codeOfLevel.get(textOf(values?.[row]) ?? missingLevel) ?? 0,
    );
    return { codes, bins: field.levels.length + 1, isChoice: true };
  }
  const read = field.kind === 'number' ? numberOf : dayOf;
  const codes = Uint8Array.from(rows, (row) => codeOf(field.cuts, read(values?.[row])));
  return { codes, bins: field.cuts.length + 2, isChoice: false };
};

/** Rows of a table as codes. A column the table lacks counts as missing throughout. */
export const binRows = (
  fields: readonly BinnedField[],
  findValues: FindValues,
  rows: Uint32Array,
): BinnedTable => ({
  rows: rows.length,
  columns: fields.map((field) => binField(field, findValues(field.name), rows)),
});
