import { binProbabilities } from '#core/predictions/calibration.ts';
import { sigmoid } from '#core/predictions/logit.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { type Scale, scaleLogistic } from '#core/predictions/scale-logits.ts';
import { applyStack } from '#core/predictions/stack-logits.ts';
import { measureRule } from '#workers/learn/measure-models.ts';
import { measureQuality } from '#workers/learn/measure-quality.ts';
import { labelsOf, type Question } from '#workers/learn/prepare-rows.ts';
import { scoreRows } from '#workers/learn/score-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { ensembleLogits } from './ensemble-logits.ts';
import { stackOf } from './plan-ensemble.ts';

export type FittedEnsemble = {
  readonly ensemble: Ensemble;
  /** Which of it scores. */
  readonly kind: 'ensemble' | 'logistic';
  /** How the simple model is scaled where it scores alone. */
  readonly alone: Scale;
};

export const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What scores everybody: all members, or the simple one alone, scaled. */
export const finalOf = ({ ensemble, kind, alone }: FittedEnsemble): FinalModel => {
  const { columns, width } = ensemble.logistic;
  const plain = { ...ensemble.logistic, weights: Float64Array.from(ensemble.logistic.weights) };
  const { weights, bias } = scaleLogistic(plain, alone);
  return {
    recipe: { columns, width },
    parameters: [
      { shape: [width, 1], values: Float32Array.from(weights) },
      { shape: [1], values: Float32Array.of(bias) },
    ],
    ...(kind === 'ensemble' && { ensemble }),
  };
};

/** Base rate, rule, members and ensemble on rows none of them has seen; undefined when cancelled. */
export const measureOn = async (
  question: Question,
  fitted: FittedEnsemble,
  rows: { readonly learned: Uint32Array; readonly test: Uint32Array; readonly seed: number },
  turns: Turns,
) => {
  const { ensemble, kind, alone } = fitted;
  const labels = labelsOf(question, rows.test);
  const { find } = question.table;
  const logits = await ensembleLogits(ensemble, find, rows.test, turns);
  if (logits === undefined) return undefined;
  const [, trees = [], network] = logits.map((member) => member.map(sigmoid));
  const logistic = applyStack(stackOf(alone), logits.slice(0, 1));
  const together = applyStack(ensemble.stack, logits);
  const rate = meanOf(labelsOf(question, rows.learned));
  const said = kind === 'ensemble' ? together : logistic;
  const model = finalOf(fitted);
  const quality = await measureQuality(
    question,
    {
      ...rows,
      said,
      ...(kind === 'ensemble' && { simple: logistic }),
      score: (part) => scoreRows(kind, model, find, part, turns),
    },
    turns,
  );
  if (quality === undefined) return undefined;
  const { metrics: byRule, rule } = measureRule(question, rows.learned, rows.test);
  const figures = {
    heldOut: {
      baseRate: computeMetrics(new Float64Array(labels.length).fill(rate), labels),
      ...(byRule !== undefined && { rule: byRule }),
      logistic: computeMetrics(logistic, labels),
      trees: computeMetrics(trees, labels),
      ...(network !== undefined && { network: computeMetrics(network, labels) }),
      ensemble: computeMetrics(together, labels),
    },
    ...(rule !== undefined && { rule }),
    calibration: binProbabilities(said, labels),
    quality,
  } satisfies Partial<ModelVersion>;
  return { figures, said };
};
