import type { RecipeColumn } from './recipe-column.ts';
import { dayOf, numberOf, type SourceColumn, textOf } from './source-column.ts';

/** More values than this and only the commonest get an input of their own. */
export const mostLevels = 255;
/** The level of "not filled in". */
export const missingLevel = '';

const medianOf = (sorted: Float64Array): number => {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** Median of what is there; mean and population deviation after the gaps were filled with it. */
export const measure = (values: Float64Array) => {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  const median = medianOf(present);
  const missing = values.length - present.length;
  const count = Math.max(1, values.length);
  let mean = 0;
  for (const value of present) mean += value / count;
  mean += (missing / count) * median;
  let variance = (missing / count) * (median - mean) ** 2;
  for (const value of present) variance += (value - mean) ** 2 / count;
  const deviation = Math.sqrt(variance);
  // Rounding leaves a speck where all values are the same.
  const varies = deviation > 1e-12 * Math.max(1, Math.abs(mean));
  return { median, mean, deviation: varies ? deviation : 1, hasMissing: missing > 0 };
};

/** The values of a column, at most the 255 commonest, in order; one of them may be "not filled in". */
export const levelsOf = (column: SourceColumn, rows: Uint32Array): string[] => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const level = textOf(column.values[row]) ?? missingLevel;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostLevels)
    .map(([level]) => level)
    .sort();
};

const fitColumn = (column: SourceColumn, rows: Uint32Array, asOfDay: number): RecipeColumn => {
  const { name, type, values } = column;
  if (type === 'number') {
    const numbers = Float64Array.from(rows, (row) => numberOf(values[row]));
    return { kind: 'number', name, ...measure(numbers) };
  }
  if (type === 'date') {
    const ages = Float64Array.from(rows, (row) => asOfDay - dayOf(values[row]));
    return { kind: 'date', name, asOfDay, ...measure(ages) };
  }
  return { kind: 'choice', name, levels: levelsOf(column, rows) };
};

/** How many inputs a column becomes. */
export const widthOf = (column: RecipeColumn): number =>
  column.kind === 'choice' ? column.levels.length : 1;

/**
 * The simple recipe, fitted on `rows` alone: numbers and days before `asOfDay` (days since 1970) get
 * the median where missing and are standardised; choices become one input per level.
 */
export const fitRecipe = (
  columns: readonly SourceColumn[],
  rows: Uint32Array,
  asOfDay: number,
): { readonly columns: readonly RecipeColumn[]; readonly width: number } => {
  const fitted = columns.map((column) => fitColumn(column, rows, asOfDay));
  return { columns: fitted, width: fitted.reduce((total, column) => total + widthOf(column), 0) };
};
