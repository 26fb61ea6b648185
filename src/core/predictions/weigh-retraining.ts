import type { CountedColumn } from './count-column.ts';
import { driftIndex, stabilityIndex } from './measure-drift.ts';
import type { ModelVersion } from './model-version.ts';

/** How things stand today, as far as a training would see it. */
export type Standing = {
  /** Customers with an answer today; absent where orders are asked. */
  readonly answers?: number;
  /** The day a training would look from today, in days since 1970. */
  readonly asOf: number;
  /** The columns of the model's `counted`, in its order, counted again among those scored today. */
  readonly counts: readonly (readonly number[])[];
};

export type MovedColumn = { readonly column: string; readonly index: number };

/** Why training again is worth while: what is absent is none of the reasons. */
export type Retraining = {
  /** More customers with an answer than the model learned from, where those are a tenth or more. */
  readonly newAnswers?: number;
  /** Days since the morning the model looks from, where those are 30 or more and something is new. */
  readonly days?: number;
  /** Columns in which today's customers are others than those of then, the most moved first. */
  readonly moved: readonly MovedColumn[];
  /** False for models that did not keep how their columns stood. */
  readonly isDriftKnown: boolean;
};

const mostNewAnswers = 0.1;
const mostDays = 30;

/**
 * Above this an index is no chance: the index of two samples of one population is about a
 * chi-squared number of bins − 1 degrees times (1/n + 1/m) (Yurdakul 2018); three deviations over its mean.
 */
const byChance = (before: readonly number[], after: readonly number[]): number => {
  const [n, m] = [before, after].map((counts) => counts.reduce((sum, one) => sum + one, 0));
  if (!n || !m) return Number.POSITIVE_INFINITY;
  const degrees = before.length - 1;
  return (degrees + 3 * Math.sqrt(2 * degrees)) * (1 / n + 1 / m);
};

const findMoved = (counted: readonly CountedColumn[], now: Standing['counts']): MovedColumn[] =>
  counted
    .map(({ column, counts }, at) => {
      const after = now[at] ?? [];
      const index = stabilityIndex(counts, after);
      const isMoved = index > Math.max(driftIndex, byChance(counts, after));
      return isMoved ? { column, index } : undefined;
    })
    .filter((moved) => moved !== undefined)
    .sort((a, b) => b.index - a.index);

/**
 * Whether training again is worth while, and why (learning.md 4): a tenth more answers, 30 days, or a
 * column with a population stability index over .2. Without anything new since, age alone is none:
 * the same customers would give the same model.
 */
export const weighRetraining = (
  model: Pick<ModelVersion, 'data' | 'fromOrders' | 'counted'>,
  trainedOn: number,
  now: Standing,
): Retraining => {
  const { data, fromOrders, counted } = model;
  const more = fromOrders === undefined ? (now.answers ?? 0) - data.labelled : 0;
  const days = now.asOf - (fromOrders?.asOf ?? trainedOn);
  const moved = counted === undefined ? [] : findMoved(counted, now.counts);
  const isNew = fromOrders !== undefined || more !== 0 || moved.length > 0;
  return {
    ...(more > 0 && more >= mostNewAnswers * data.labelled && { newAnswers: more }),
    ...(days >= mostDays && isNew && { days }),
    moved,
    isDriftKnown: counted !== undefined,
  };
};

export const isWorthRetraining = ({ newAnswers, days, moved }: Retraining): boolean =>
  newAnswers !== undefined || days !== undefined || moved.length > 0;
