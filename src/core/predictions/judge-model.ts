import { mostLevels } from './fit-recipe.ts';
import type { Metrics, ModelVersion } from './model-version.ts';
import type { RecipeColumn } from './recipe-column.ts';

/** What the report needs of a model: its manifest. */
export type Judged = Pick<
  ModelVersion,
  'kind' | 'heldOut' | 'gain' | 'quality' | 'history' | 'data'
> &
  Partial<Pick<ModelVersion, 'recipe'>>;

export type Verdict = 'no-signal' | 'better' | 'not-proven' | 'worse' | 'simple-only';

/** The figures of what scores the customers. */
export const figuresOf = ({ kind, heldOut }: Judged): Metrics => {
  const own = kind === 'reference' || kind === 'ensemble' ? heldOut[kind] : undefined;
  if (own !== undefined) return own;
  return kind === 'base-rate' ? heldOut.baseRate : heldOut.logistic;
};

/** Standard error of an AUC (Hanley and McNeil 1982). */
export const aucError = ({ auc, rows, positives }: Metrics): number => {
  const negatives = rows - positives;
  if (positives < 1 || negatives < 1) return 0.5;
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const spread =
    auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
  return Math.sqrt(Math.max(0, spread) / (positives * negatives));
};

/** Two-sided 95 %. */
const wide = 1.96;

/** Standard deviation of an AUC where nothing can be known (Mann and Whitney 1947), of so many drawn units. */
const nullDeviation = ({ rows, positives }: Metrics, units: number): number => {
  const pairs = positives * (rows - positives);
  if (pairs === 0) return 0.5;
  return Math.sqrt(((rows + 1) / (12 * pairs)) * Math.max(1, rows / units));
};

/** Answers dealt out at random rank further from one half than this once in a thousand times. */
const nullDeviations = 3;

/**
 * Whether the ranking is better than chance, at the careful end of its interval and by more than chance
 * ever is, and the probabilities better than saying the base rate to everybody by more than the error:
 * else nothing is promised. The interval alone found a signal in 8 of 120 tables without one.
 */
export const hasSignal = (model: Judged): boolean => {
  const { quality } = model;
  const figures = figuresOf(model);
  const byChance = nullDeviations * nullDeviation(figures, quality?.units ?? figures.rows);
  if (figures.auc - 0.5 <= byChance) return false;
  if (quality !== undefined)
    return quality.auc.low > 0.5 && quality.overBase.mean > quality.overBase.error;
  return figures.auc - wide * aucError(figures) > 0.5;
};

/**
 * By how much the model is better than the simple one, in errors. The ensemble's gain was found on
 * every row out of its fold: many more rows than those set aside, and the same customers. Models kept
 * from before have areas only: two on the same rows err alike, and taking that for a correlation of
 * one half makes the error of their difference that of one, which is careful.
 */
const errorsAhead = (model: Judged): number => {
  const proven = model.gain ?? model.quality?.overSimple;
  if (proven !== undefined) return proven.error === 0 ? 0 : proven.mean / proven.error;
  const figures = figuresOf(model);
  return (figures.auc - model.heldOut.logistic.auc) / aucError(figures);
};

/** Whether the scores are worth going by, from the careful end of the figures. */
export const judgeModel = (model: Judged): Verdict => {
  if (!hasSignal(model)) return 'no-signal';
  if (model.kind === 'logistic' || model.kind === 'base-rate') return 'simple-only';
  const ahead = errorsAhead(model);
  if (ahead > wide) return 'better';
  return ahead < -wide ? 'worse' : 'not-proven';
};

/** Of 100 customers ranked highest and of 100 picked at random, for how many it was so. */
export const topTenth = ({ lift10, rows, positives }: Metrics): { top: number; random: number } => {
  const rate = rows === 0 ? 0 : positives / rows;
  return { top: Math.round(100 * Math.min(1, lift10 * rate)), random: Math.round(100 * rate) };
};

export const warningKinds = [
  'few-rows',
  'rare-answer',
  'too-good',
  'learned-by-heart',
  'knows-its-own',
  'copies',
  'many-values',
  'not-finite',
  'many-unanswered',
] as const;
export type WarningKind = (typeof warningKinds)[number];

/** The error on rows set aside rose by a twentieth above its best: learned by heart (product.md M9). */
const rose = (history: Judged['history']): boolean => {
  const last = history.at(-1)?.validationLoss ?? 0;
  const best = Math.min(...history.map(({ validationLoss }) => validationLoss));
  return history.length > 1 && last > best * 1.05;
};

/** An area this much larger on the rows learned from is said (learning.md 4). */
const widestGap = 0.05;

/** A few customers that are equal by chance are not worth a word. */
const manyCopies = 0.05;

/** A choice of which only the commonest values are told apart. */
const isCutOff = (column: RecipeColumn): boolean =>
  column.kind === 'choice' && column.levels.length >= mostLevels;

/** What a person should know before going by the scores, most important first. */
export const warnAbout = (model: Judged): readonly WarningKind[] => {
  const { auc, rows, positives } = figuresOf(model);
  const { labelled, unlabelled, notFinite, copies = 0 } = model.data;
  const found: Readonly<Record<WarningKind, boolean>> = {
    'few-rows': rows < 200 || Math.min(positives, rows - positives) < 30,
    'rare-answer': positives < 0.05 * rows,
    'too-good': auc >= 0.95,
    // The ensemble keeps the round that was best on customers it had not learned from.
    'learned-by-heart': model.kind === 'reference' && rose(model.history),
    'knows-its-own': (model.quality?.trainAuc ?? 0) - auc > widestGap,
    copies: copies > manyCopies * labelled,
    'many-values': (model.recipe?.columns ?? []).some(isCutOff),
    'not-finite': notFinite > 0,
    'many-unanswered': unlabelled > labelled,
  };
  return warningKinds.filter((kind) => found[kind]);
};
