import type { LearnContract } from '#contracts/learn.ts';
import { binProbabilities } from '#core/predictions/calibration.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { applyStack } from '#core/predictions/stack-logits.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Measured, Watch } from '#workers/learn/measure-models.ts';
import { labelsOf, type Question, splitForMeasuring } from '#workers/learn/prepare-rows.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { ensembleLogits } from './ensemble-logits.ts';
import { type EnsemblePlan, fitEnsemble, planEnsemble } from './fit-ensemble.ts';

type Input = LearnContract['train']['input'];

/** A model by the ladder: the ensemble where it is proven better than the simple model, else that one. */
export type Learned = {
  readonly kind: 'ensemble' | 'logistic';
  readonly measured: Measured;
  readonly final: FinalModel;
};

const cancelled = refuse('cancelled');
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Base rate, members and ensemble on rows none of them has seen. */
const measureOn = (
  question: Question,
  ensemble: Ensemble,
  kind: Learned['kind'],
  rate: number,
  test: Uint32Array,
) => {
  const labels = labelsOf(question, test);
  const logits = ensembleLogits(ensemble, question.table.find, test);
  const [logistic, trees] = logits.map((member) => member.map(sigmoid));
  const together = applyStack(ensemble.stack, logits);
  const said = kind === 'ensemble' ? together : logistic;
  return {
    heldOut: {
      baseRate: computeMetrics(new Float64Array(test.length).fill(rate), labels),
      logistic: computeMetrics(logistic ?? [], labels),
      trees: computeMetrics(trees ?? [], labels),
      ensemble: computeMetrics(together, labels),
    },
    calibration: binProbabilities(said ?? [], labels),
  } satisfies Partial<ModelVersion>;
};

const finalOf = (kind: Learned['kind'], ensemble: Ensemble): FinalModel => {
  const { columns, width, weights, bias } = ensemble.logistic;
  return {
    recipe: { columns, width },
    parameters: [
      { shape: [width, 1], values: Float32Array.from(weights) },
      { shape: [1], values: Float32Array.of(bias) },
    ],
    ...(kind === 'ensemble' && { ensemble }),
  };
};

/**
 * The default way: sizes and weights of the ensemble on rows out of their folds, figures on a fifth set
 * aside before, then the model that is kept on all rows. Refuses: cancelled, training-diverged.
 */
export const learnEnsemble = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<Learned>> => {
  const { turns, progress } = watch;
  const { seed, split } = input;
  const rows = splitForMeasuring(question, seed, split);
  const tell = (fit: 'measured' | 'final', from: number, to: number) => (done: number) =>
    progress({ phase: 'training', fit, fraction: from + (to - from) * done });
  const common = { question, seed, fitNetwork: undefined, turns };
  const learned = { ...common, rows: rows.learned, onFraction: tell('measured', 0.05, 0.6) };
  const plan = await planEnsemble(learned, split);
  if (!plan.ok) return plan;
  const kind = isProven(plan.value) ? 'ensemble' : 'logistic';
  const fit = await fitEnsemble(
    { ...learned, onFraction: tell('measured', 0.6, 0.75) },
    plan.value,
  );
  if (!fit.ok) return fit;
  const rate = meanOf(labelsOf(question, rows.learned));
  const figures = measureOn(question, fit.value, kind, rate, rows.test);
  if (await turns.take()) return cancelled;
  const everybody = { ...common, rows: question.labelled, onFraction: tell('final', 0.75, 0.9) };
  const final = await fitEnsemble(everybody, plan.value);
  if (!final.ok) return final;
  const [logistic = 0, trees = 0, network = 0] = plan.value.stack.weights;
  const measured: Measured = {
    ...figures,
    shares: { logistic, trees, network },
    history: [],
    backend: { name: 'cpu', why: 'no-network' },
  };
  return accept({ kind, measured, final: finalOf(kind, final.value) });
};

/** Better by more than one standard error of the difference, row by row. */
const isProven = ({ gain }: EnsemblePlan): boolean => gain.mean > gain.error;

const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
