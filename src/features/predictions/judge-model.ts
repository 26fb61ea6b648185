import type { Metrics, ModelVersion } from '#core/predictions/model-version.ts';

/** What the report needs of a model: its manifest. */
export type Judged = Pick<ModelVersion, 'kind' | 'heldOut' | 'gain' | 'history' | 'data'>;

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

/**
 * Whether the scores are worth going by, from the careful end of the figures. Two models measured on
 * the same rows err alike; taking that for a correlation of one half makes the error of their
 * difference that of one AUC, which is careful: models of one table usually correlate more.
 */
export const judgeModel = (model: Judged): Verdict => {
  const figures = figuresOf(model);
  const error = aucError(figures);
  if (figures.auc - wide * error <= 0.5) return 'no-signal';
  if (model.kind === 'logistic' || model.kind === 'base-rate') return 'simple-only';
  // Found on every row out of its fold: many more rows than those set aside, and the same customers.
  if (model.gain !== undefined && model.gain.mean > 2 * model.gain.error) return 'better';
  const difference = figures.auc - model.heldOut.logistic.auc;
  if (difference > wide * error) return 'better';
  return difference < -wide * error ? 'worse' : 'not-proven';
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

/** What a person should know before going by the scores, most important first. */
export const warnAbout = (model: Judged): readonly WarningKind[] => {
  const { auc, rows, positives } = figuresOf(model);
  const { labelled, unlabelled, notFinite } = model.data;
  const found: Readonly<Record<WarningKind, boolean>> = {
    'few-rows': rows < 200 || Math.min(positives, rows - positives) < 30,
    'rare-answer': positives < 0.05 * rows,
    'too-good': auc >= 0.95,
    // The ensemble keeps the round that was best on customers it had not learned from.
    'learned-by-heart': model.kind === 'reference' && rose(model.history),
    'not-finite': notFinite > 0,
    'many-unanswered': unlabelled > labelled,
  };
  return warningKinds.filter((kind) => found[kind]);
};
