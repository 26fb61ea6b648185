import type { LearnContract, TrainProgress } from '#contracts/learn.ts';
import { binProbabilities } from '#core/predictions/calibration.ts';
import { fitRule } from '#core/predictions/fit-rule.ts';
import { fitLogistic, type Logistic, predictLogistic } from '#core/predictions/logistic.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { BackendReceipt, ModelVersion } from '#core/predictions/model-version.ts';
import { type Scale, scaleLogistic } from '#core/predictions/scale-logits.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { KeepPart } from './checkpoint/keep-part.ts';
import type { Sample } from './fit-network.ts';
import { measureQuality } from './measure-quality.ts';
import { measureNetwork } from './measure-reference.ts';
import { type Parts, partsOf } from './measured-parts.ts';
import { labelsOf, type Question } from './prepare-rows.ts';
import { scaleSimple } from './scale-simple.ts';
import { runInTurns, type Turns } from './take-turns.ts';

type Input = LearnContract['train']['input'];

/** The turns of a job and its progress, as the parts of a training see them. */
export type Watch = {
  readonly turns: Turns;
  readonly progress: (progress: TrainProgress) => void;
  /** What is finished need not be done again when the training is cut off. */
  readonly keep: KeepPart;
};

/** What is known of the models before any of them is used. */
export type Measured = Pick<
  ModelVersion,
  | 'heldOut'
  | 'rule'
  | 'importance'
  | 'drift'
  | 'shares'
  | 'gain'
  | 'effort'
  | 'calibration'
  | 'quality'
  | 'history'
> & {
  readonly backend: BackendReceipt;
};

/** Rows the measured fit has not seen, and what the model that scores says of them. */
export type Unseen = { readonly rows: Uint32Array; readonly said: ArrayLike<number> };

type OnTest = { readonly measured: Measured; readonly unseen: Unseen; readonly scale: Scale };

const cancelled = refuse('cancelled');

/** Says the base rate to everybody: what every model has to beat. */
const measureBaseRate = ({ train, test }: Parts) => {
  const rate = train.labels.reduce((sum, label) => sum + label, 0) / train.labels.length;
  return computeMetrics(new Float64Array(test.labels.length).fill(rate), test.labels);
};

/** The ridge logistic model of a sample; undefined when cancelled. */
export const fitSimple = (
  { matrix, labels }: Sample,
  turns: Turns,
): Promise<Logistic | undefined> => runInTurns(fitLogistic(matrix, labels), turns);

/** The best rule of one column: what any model has to beat to be worth a training. */
export const measureRule = (question: Question, learned: Uint32Array, test: Uint32Array) => {
  const { used, table } = question;
  const fitted = fitRule(used, table.find, learned, labelsOf(question, learned));
  if (fitted === undefined) return {};
  const metrics = computeMetrics(fitted.apply(test), labelsOf(question, test));
  return { metrics, rule: fitted.rule };
};

/**
 * Fits base rate, rule, simple model and (in reference mode) the network on the same rows and measures
 * them on the fifth that none of them has seen. What scores is scaled by rows it had not learned from, and so
 * the figures are of what it will say; `scale` is for the fit that is kept. In reference mode the chosen backend is the current one
 * afterwards. Refuses: cancelled, backend-unavailable, training-diverged.
 */
export const measureModels = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<OnTest>> => {
  const { turns } = watch;
  const { rows, sample, parts } = partsOf(question, input);
  watch.progress({ phase: 'baseline', fraction: 0.06 });
  const plain = await fitSimple(parts.train, turns);
  const scale = plain && (await scaleSimple(question, rows.train, input, turns));
  if (plain === undefined || scale === undefined) return cancelled;
  const simple = scaleLogistic(plain, scale);
  const { labels } = parts.test;
  const bySimple = predictLogistic(simple, parts.test.matrix);
  const { metrics: byRule, rule } = measureRule(question, rows.train, rows.test);
  const heldOut = {
    baseRate: measureBaseRate(parts),
    ...(byRule !== undefined && { rule: byRule }),
    logistic: computeMetrics(bySimple, labels),
  };
  const common = { learned: rows.train, test: rows.test, seed: input.seed };
  const ofRule = rule && { rule };
  if (input.mode === 'logistic') {
    const score = async (part: Uint32Array) => predictLogistic(simple, sample(part).matrix);
    const quality = await measureQuality(question, { ...common, said: bySimple, score }, turns);
    if (quality === undefined) return cancelled;
    const measured: Measured = {
      heldOut,
      ...ofRule,
      calibration: binProbabilities(bySimple, labels),
      quality,
      history: [],
      backend: { name: 'cpu', why: 'no-network' },
    };
    return accept({ measured, unseen: { rows: rows.test, said: bySimple }, scale });
  }
  const network = await measureNetwork(parts, input, watch, true);
  if (!network.ok) return network;
  const { said, history, backend } = network.value;
  const score = (part: Uint32Array) => network.value.score(sample(part).matrix);
  const compared = { ...common, said, simple: bySimple, score };
  const quality = await measureQuality(question, compared, turns);
  if (quality === undefined) return cancelled;
  const measured: Measured = {
    heldOut: { ...heldOut, reference: computeMetrics(said, labels) },
    ...ofRule,
    calibration: binProbabilities(said, labels),
    quality,
    history,
    backend,
  };
  return accept({ measured, unseen: { rows: rows.test, said }, scale: network.value.scale });
};
