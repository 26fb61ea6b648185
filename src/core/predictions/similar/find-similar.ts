import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import type { ColumnSummary } from '#core/predictions/reasons/summarise-column.ts';
import { dayOf, numberOf, textOf } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';

/** How a value of a column becomes a number to compare: the share of customers below it, or a code. */
type Reader = { readonly isChoice: boolean; readonly read: (value: CustomValue) => number };

/** The share of these ascending values below one, equal ones counted half. */
const rankIn = (sorted: readonly number[], value: number): number => {
  const countBelow = (orEqual: boolean): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = sorted[middle] as number;
      if (there < value || (orEqual && there === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (countBelow(false) + countBelow(true)) / 2 / Math.max(1, sorted.length);
};

const readerOf = (summary: ColumnSummary): Reader => {
  if (summary.kind === 'order') {
    const read = summary.isDate ? dayOf : numberOf;
    return {
      isChoice: false,
      read: (value) => {
        const number = read(value);
        return Number.isNaN(number) ? Number.NaN : rankIn(summary.sorted, number);
      },
    };
  }
  const codes = new Map<string, number>();
  return {
    isChoice: true,
    read: (value) => {
      const text = textOf(value);
      if (text === null) return Number.NaN;
      const code = codes.get(text) ?? codes.size;
      codes.set(text, code);
      return code;
    },
  };
};

/** Customers as numbers to compare, column by column: `columns[column][customer]`. */
export type SimilarIndex = {
  readonly readers: readonly Reader[];
  readonly columns: readonly Float32Array[];
  readonly places: Uint32Array;
};

/** Readies the customers at these places; `find(column)` has the values of a column by place. */
export const indexSimilar = (
  summaries: readonly ColumnSummary[],
  places: Uint32Array,
  find: (column: number) => readonly CustomValue[],
): SimilarIndex => {
  const readers = summaries.map(readerOf);
  const columns = readers.map(({ read }, column) => {
    const values = find(column);
    return Float32Array.from(places, (place) => read(values[place] ?? null));
  });
  return { readers, columns, places };
};

/**
 * How far one value is from another, 0..1: of numbers the share of customers between them, of choices
 * whether they differ; what is missing is like what is missing (Gower 1971, with ranks).
 */
const gapOf = (isChoice: boolean, one: number, other: number): number => {
  if (Number.isNaN(one) || Number.isNaN(other))
    return Number.isNaN(one) && Number.isNaN(other) ? 0 : 1;
  if (isChoice) return one === other ? 0 : 1;
  return Math.abs(one - other);
};

/**
 * The places most like a row, the nearest first, at most `most`: gaps are weighed per column. Equally near
 * ones stand in the order of their places.
 */
export const findSimilar = (
  { readers, columns, places }: SimilarIndex,
  row: SourceRow,
  weights: readonly number[],
  most: number,
): number[] => {
  const gaps = new Float64Array(places.length);
  readers.forEach(({ isChoice, read }, column) => {
    const weight = weights[column] ?? 0;
    const values = columns[column];
    if (weight <= 0 || values === undefined) return;
    const own = Math.fround(read(row[column] ?? null));
    for (let at = 0; at < gaps.length; at += 1)
      (gaps[at] as number) += weight * gapOf(isChoice, own, values[at] as number);
  });
  const order = Uint32Array.from(places, (_, at) => at);
  order.sort((a, b) => (gaps[a] as number) - (gaps[b] as number) || a - b);
  return Array.from(order.subarray(0, most), (at) => places[at] as number);
};
