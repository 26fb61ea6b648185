import type { RepurchaseForecast, RepurchaseModel } from '#contracts/learn.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { Metrics } from '#core/predictions/model-version.ts';
import { shiftToMean } from '#core/predictions/shift-to-mean.ts';
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
  /** The mean probability of the model in use. */
  readonly level: number;
};

const meanOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * How many will order, as a share: a young book holds eager customers, an old one many that have gone
 * quiet, and BG/NBD follows that from day to day. What it was wrong by at the snapshots is added.
 */
const levelOf = ({ past, now }: Tables, { question }: Trained): number => {
  const missed = meanOf(labelsOf(question, question.labelled)) - meanOf(past.chance);
  return Math.min(0.99, Math.max(0.01, meanOf(now.chance) + missed));
};

/**
 * Days change more than customers do, and the simple model bears that better: it is left only for an
 * ensemble that is also better on the customers set aside.
 */
const isBetterAside = ({ measured: { heldOut } }: Learned): boolean =>
  heldOut.ensemble !== undefined && heldOut.ensemble.logLoss < heldOut.logistic.logLoss;

/** What the model in use, the simple one and BG/NBD say of the rows to be scored; undefined when cancelled. */
export const sayNow = async (
  trained: Trained | undefined,
  tables: Tables,
  turns: Turns,
): Promise<Said | undefined> => {
  const rhythm = Float32Array.from(tables.now.chance);
  if (trained === undefined)
    return { model: 'rhythm', probabilities: rhythm, each: { rhythm }, level: meanOf(rhythm) };
  const { question, learned } = trained;
  const rows = question.table.rows.subarray(question.labelled.length);
  const { recipe, parameters, ensemble } = learned.final;
  const level = levelOf(tables, trained);
  const score = async (kind: Learned['kind'], final: Learned['final']) => {
    const said = await scoreRows(kind, final, question.table.find, rows, turns);
    return said && shiftToMean(said, level);
  };
  const logistic = await score('logistic', { recipe, parameters });
  if (logistic === undefined) return undefined;
  const simple = { rhythm, logistic };
  if (ensemble === undefined || !isBetterAside(learned))
    return { model: 'logistic', probabilities: logistic, each: simple, level };
  const used = await score('ensemble', learned.final);
  return (
    used && { model: 'ensemble', probabilities: used, each: { ...simple, ensemble: used }, level }
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
