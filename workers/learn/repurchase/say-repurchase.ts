import type { RepurchaseForecast, RepurchaseModel } from '#contracts/learn.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { Metrics } from '#core/predictions/model-version.ts';
import type { Learned } from '#workers/learn/ensemble/learn-ensemble.ts';
import { labelsOf, type Question, splitForMeasuring } from '#workers/learn/prepare-rows.ts';
import { scoreRows } from '#workers/learn/score-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { labelSnapshots } from './ask-snapshots.ts';
import type { Histories } from './read-history.ts';
import type { Tables } from './snapshot-tables.ts';

export type Trained = { readonly question: Question; readonly learned: Learned };

export type Said = {
  readonly model: RepurchaseModel;
  readonly probabilities: Float32Array;
  /** Of the model in use and of those beside it. */
  readonly each: Readonly<Record<string, Float32Array>>;
};

/** What the model in use, the simple one and BG/NBD say of the rows to be scored; undefined when cancelled. */
export const sayNow = async (
  trained: Trained | undefined,
  { now }: Tables,
  turns: Turns,
): Promise<Said | undefined> => {
  const rhythm = Float32Array.from(now.chance);
  if (trained === undefined) return { model: 'rhythm', probabilities: rhythm, each: { rhythm } };
  const { question, learned } = trained;
  const rows = question.table.rows.subarray(question.labelled.length);
  const { recipe, parameters, ensemble } = learned.final;
  const { find } = question.table;
  const logistic = await scoreRows('logistic', { recipe, parameters }, find, rows, turns);
  if (logistic === undefined) return undefined;
  if (ensemble === undefined)
    return { model: 'logistic', probabilities: logistic, each: { rhythm, logistic } };
  const used = await scoreRows('ensemble', learned.final, find, rows, turns);
  return (
    used && { model: 'ensemble', probabilities: used, each: { rhythm, logistic, ensemble: used } }
  );
};

/** BG/NBD on the rows the others were measured on. */
export const measureRhythm = ({ question }: Trained, { past }: Tables, seed: number): Metrics => {
  const { test } = splitForMeasuring(question, seed);
  return computeMetrics(
    Float64Array.from(test, (row) => past.chance[row] ?? 0),
    labelsOf(question, test),
  );
};

/** How each fared, where the orders reach to the end of the horizon. */
export const measureAfter = (
  histories: Histories,
  said: Said['each'],
  { now }: Tables,
  day: number,
  horizon: number,
): RepurchaseForecast['happened'] => {
  const last = histories.orders.day.reduce((latest, one) => Math.max(latest, one), day);
  if (last < day + horizon - 1) return null;
  const labels = labelSnapshots(histories, now, horizon);
  const figures: Record<string, Metrics> = {};
  for (const [name, scores] of Object.entries(said)) figures[name] = computeMetrics(scores, labels);
  return figures;
};
