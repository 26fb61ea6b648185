import type { LearnColumn } from '#contracts/learn.ts';
import { isNearlyEmpty } from '#core/predictions/choose-columns.ts';
import { isProtectedTrait } from '#core/predictions/is-protected-trait.ts';
import { fewestOfRarer, fewestRows } from '#core/predictions/label-rows.ts';
import type { ColumnLeftOut } from '#core/predictions/model-version.ts';

/** A question with more answers than this is none a rep would ask. */
const mostAnswers = 12;

const yesWords = new Set(['yes', 'true', '1', 'y', '是', '1.0']);

/** Columns that can be predicted: two answers first, then those with few. */
export const listTargets = (columns: readonly LearnColumn[]): readonly LearnColumn[] => {
  const few = columns.filter(
    ({ distinct, type }) =>
      distinct === 2 || (distinct > 2 && distinct <= mostAnswers && type === 'choice'),
  );
  const rank = ({ type, distinct }: LearnColumn) => (type === 'yesno' ? 0 : distinct === 2 ? 1 : 2);
  return [...few].sort((a, b) => rank(a) - rank(b));
};

/** The answer most people look for: yes, else the rarer of two. */
export const likelyAnswer = ({ values }: LearnColumn): string =>
  values.find(({ value }) => yesWords.has(value.trim().toLowerCase()))?.value ??
  values[0]?.value ??
  '';

export type Usable = {
  readonly rows: number;
  readonly positives: number;
  readonly trouble?: {
    readonly kind: 'few-rows' | 'few-positives';
    readonly count: number;
    readonly needed: number;
  };
};

/** Whether so many answers are enough to learn from. */
export const weighUsable = (rows: number, positives: number): Usable => {
  const rarer = Math.min(positives, rows - positives);
  if (rows < fewestRows)
    return { rows, positives, trouble: { kind: 'few-rows', count: rows, needed: fewestRows } };
  if (rarer < fewestOfRarer)
    return {
      rows,
      positives,
      trouble: { kind: 'few-positives', count: rarer, needed: fewestOfRarer },
    };
  return { rows, positives };
};

/** How many customers have an answer, how many the one looked for, and whether that is enough. */
export const countUsable = (all: number, target: LearnColumn, positive: string): Usable =>
  weighUsable(
    all - target.missing,
    target.values.find(({ value }) => value === positive)?.count ?? 0,
  );

/**
 * Why a column will not be learned from, as far as its description tells; the training looks at the
 * values and may leave out more.
 */
export const whyLeft = (
  column: LearnColumn,
  target: string,
  rows: number,
  isOfOrders = false,
): ColumnLeftOut['why'] | undefined => {
  if (column.name === target) return 'target';
  if (isOfOrders && column.type === 'date') return 'as-of-today';
  if (isProtectedTrait(column.name)) return 'protected';
  if (column.missing >= rows) return 'all-missing';
  if (isNearlyEmpty(rows - column.missing, rows)) return 'nearly-empty';
  if (column.distinct <= 1 && column.missing === 0) return 'constant';
  return column.type === 'text' && column.distinct > 255 ? 'free-text' : undefined;
};
