import { dayOf, numberOf, type SourceColumn, textOf } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';

/** What is known of a column over all customers, enough to set one value against it. */
export type ColumnSummary =
  | {
      readonly kind: 'order';
      /** Values evenly spread over all customers that have one, ascending; dates as days since 1970. */
      readonly sorted: readonly number[];
      readonly missing: number;
      readonly isDate: boolean;
    }
  | {
      readonly kind: 'share';
      /** Customers by value, the commonest first; null: not filled in. */
      readonly counts: readonly (readonly [string | null, number])[];
      readonly rows: number;
    };

/** A customer's value beside everybody's. Shares are 0..1. */
export type Comparison =
  /** How many have less, how many as much, and the middle one; a date counts in days since 1970. */
  | {
      readonly kind: 'order';
      readonly below: number;
      readonly same: number;
      readonly usual: number;
      readonly isDate: boolean;
    }
  /** How many have the same value, and the commonest one. */
  | { readonly kind: 'share'; readonly share: number; readonly commonest: string | null }
  /** Not filled in, as for this share of the customers. */
  | { readonly kind: 'missing'; readonly share: number };

const mostKept = 500;

/** Sums a column up over these places. */
export const summariseColumn = (
  { type, values }: Pick<SourceColumn, 'type' | 'values'>,
  rows: Uint32Array,
): ColumnSummary => {
  if (type === 'number' || type === 'date') {
    const read = type === 'number' ? numberOf : dayOf;
    const all = Float64Array.from(rows, (row) => read(values[row]));
    const there = all.filter((value) => !Number.isNaN(value)).sort();
    const kept = Math.min(mostKept, there.length);
    const sorted = Array.from(
      { length: kept },
      (_, at) => there[Math.floor(((at + 0.5) * there.length) / kept)] ?? 0,
    );
    const missing = (all.length - there.length) / Math.max(1, all.length);
    return { kind: 'order', sorted, missing, isDate: type === 'date' };
  }
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const text = textOf(values[row]);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return {
    kind: 'share',
    counts: [...counts].sort((a, b) => b[1] - a[1] || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    rows: rows.length,
  };
};

/** Sets one value against all. */
export const compareValue = (summary: ColumnSummary, value: CustomValue): Comparison => {
  if (summary.kind === 'share') {
    const text = textOf(value);
    const count = summary.counts.find(([known]) => known === text)?.[1] ?? 0;
    const share = count / Math.max(1, summary.rows);
    if (text === null) return { kind: 'missing', share };
    const [commonest = null] = summary.counts.find(([known]) => known !== null) ?? [];
    return { kind: 'share', share, commonest };
  }
  const { sorted, missing, isDate } = summary;
  const number = isDate ? dayOf(value) : numberOf(value);
  if (Number.isNaN(number)) return { kind: 'missing', share: missing };
  const share = (test: (other: number) => boolean): number =>
    sorted.filter(test).length / Math.max(1, sorted.length);
  return {
    kind: 'order',
    below: share((other) => other < number),
    same: share((other) => other === number),
    usual: sorted[Math.floor(sorted.length / 2)] ?? number,
    isDate,
  };
};
