import * as v from 'valibot';
import type { CustomValue } from '#core/record.ts';
import { missingLevel } from './fit-recipe.ts';
import { dayOf, numberOf, type SourceColumn, textOf } from './source-column.ts';
import { codeOf } from './trees/binned-table.ts';

export const countedColumnSchema = v.object({
  column: v.string(),
  field: v.variant('kind', [
    v.object({ kind: v.literal('number'), cuts: v.array(v.number()) }),
    /** Cuts between days since 1970. */
    v.object({ kind: v.literal('date'), cuts: v.array(v.number()) }),
    v.object({ kind: v.literal('choice'), levels: v.array(v.string()) }),
  ]),
  /** Rows per bin; the first holds what is missing, of choices all other levels. */
  counts: v.array(v.number()),
});
/** How many rows of a column lie where: what a later sample of it is compared with. */
export type CountedColumn = v.InferOutput<typeof countedColumnSchema>;
type CountedField = CountedColumn['field'];

/** At most this many parts of the values: finer ones move by chance. */
const mostParts = 10;

/** Cuts between tenths of the known values, each once, none below all of them. */
const cutTenths = (values: Float64Array): number[] => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts = new Set<number>();
  for (let part = 1; part < mostParts; part += 1) {
    const cut = sorted[Math.floor((part * sorted.length) / mostParts)];
    if (cut !== undefined && cut > (sorted[0] ?? cut)) cuts.add(cut);
  }
  return [...cuts];
};

const commonest = (values: SourceColumn['values'], rows: Uint32Array): string[] => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const level = textOf(values[row]) ?? missingLevel;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostParts - 1)
    .map(([level]) => level);
};

const fitField = ({ type, values }: SourceColumn, rows: Uint32Array): CountedField => {
  if (type !== 'number' && type !== 'date')
    return { kind: 'choice', levels: commonest(values, rows) };
  const read = type === 'number' ? numberOf : dayOf;
  return { kind: type, cuts: cutTenths(Float64Array.from(rows, (row) => read(values[row]))) };
};

/** Rows per bin of a column fitted before. A column the table lacks is missing throughout. */
export const countAgain = (
  field: CountedField,
  values: readonly CustomValue[] | undefined,
  rows: Uint32Array,
): number[] => {
  const { kind } = field;
  const bins = kind === 'choice' ? field.levels.length + 1 : field.cuts.length + 2;
  const counts = new Array<number>(bins).fill(0);
  const levels = new Map(kind === 'choice' ? field.levels.map((level, at) => [level, at + 1]) : []);
  for (const row of rows) {
    const value = values?.[row];
    const bin =
      kind === 'choice'
        ? (levels.get(textOf(value) ?? missingLevel) ?? 0)
        : codeOf(field.cuts, kind === 'number' ? numberOf(value) : dayOf(value));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
};

/** Bins of about equally many rows, or the commonest choices, and the rows in each. */
export const fitCounts = (column: SourceColumn, rows: Uint32Array): CountedColumn => {
  const field = fitField(column, rows);
  return { column: column.name, field, counts: countAgain(field, column.values, rows) };
};
