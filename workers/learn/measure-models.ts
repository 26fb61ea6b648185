import type { LearnContract, TrainProgress } from '#contracts/learn.ts';
import { binProbabilities } from '#core/predictions/calibration.ts';
import { fitRule } from '#core/predictions/fit-rule.ts';
import { fitLogistic, type Logistic, predictLogistic } from '#core/predictions/logistic.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { BackendReceipt, Metrics, ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chooseBackendOnce } from './checkpoint/choose-backend-once.ts';
import type { KeepPart } from './checkpoint/keep-part.ts';
import { fitForm } from './checkpoint/part-forms.ts';
import { type EpochLoss, fitNetwork, type Sample } from './fit-network.ts';
import { measureQuality } from './measure-quality.ts';
import { openNetwork } from './network.ts';
import { type Parameters, packParameters, referenceShape } from './parameters.ts';
import { blockRowsOf, predictRows } from './predict-rows.ts';
import { fitOn, labelsOf, type Question, sampleOf, splitForMeasuring } from './prepare-rows.ts';
import { runInTurns, type Turns } from './take-turns.ts';
import { referenceStep } from './training-step.ts';

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

const cancelled = refuse('cancelled');

type Parts = { readonly train: Sample; readonly validation: Sample; readonly test: Sample };

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

/** Probabilities by a trained network on the current backend. */
export const predictWith = async (
  parameters: Parameters,
  matrix: Sample['matrix'],
  turns: Turns,
): Promise<Float32Array<ArrayBuffer> | undefined> => {
  const shape = referenceShape(matrix.width);
  const network = openNetwork(shape, packParameters(parameters), { batchRows: 1 });
  try {
    return await predictRows(network, matrix, blockRowsOf(1), turns);
  } finally {
    network.close();
  }
};

const told = (history: readonly EpochLoss[]) =>
  history.map(({ loss, validationLoss = loss }) => ({ loss, validationLoss }));

/** Where in the whole job the measured fit runs, 0..1. */
const from = 0.15;
const to = 0.45;

const fitToMeasure = async (
  { train, validation }: Parts,
  { epochs, seed }: Input,
  backend: BackendReceipt,
  watch: Watch,
) => {
  const history: EpochLoss[] = [];
  let fraction = 0;
  const tell = () => {
    const last = history.at(-1);
    watch.progress({
      phase: 'training',
      fit: 'measured',
      fraction: from + (to - from) * fraction,
      backend: backend.name,
      epochs,
      history: told(history),
      ...(last !== undefined && { epoch: history.length, ...last }),
    });
  };
  const follow = {
    turns: watch.turns,
    onFraction: (done: number) => {
      fraction = done;
      tell();
    },
    onEpoch: (_: number, losses: EpochLoss) => {
      history.push(losses);
      tell();
    },
  };
  return watch.keep('reference-measured', fitForm, () =>
    fitNetwork({ train, validation, epochs, seed }, follow),
  );
};

const measureNetwork = async (parts: Parts, input: Input, watch: Watch) => {
  watch.progress({ phase: 'backend', fraction: 0.1 });
  const { width } = parts.train.matrix;
  const backend = await chooseBackendOnce(input.backend, referenceStep(width), watch);
  if (!backend.ok) return backend;
  const fit = await fitToMeasure(parts, input, backend.value, watch);
  if (!fit.ok) return fit;
  const { parameters, history } = fit.value;
  const score = (matrix: Sample['matrix']) => predictWith(parameters, matrix, watch.turns);
  const said = await score(parts.test.matrix);
  return said === undefined
    ? cancelled
    : accept({ backend: backend.value, said, score, history: told(history) });
};

const partsOf = (question: Question, { seed, split }: Input) => {
  const rows = splitForMeasuring(question, seed, split);
  const recipe = fitOn(question, rows.train);
  const sample = (part: Uint32Array) => sampleOf(question, recipe, part);
  const parts: Parts = {
    train: sample(rows.train),
    validation: sample(rows.validation),
    test: sample(rows.test),
  };
  return { rows, sample, parts };
};

/** The figures of the reference network alone, on the rows every other step is measured on. */
export const measureReference = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<Metrics>> => {
  const { parts } = partsOf(question, input);
  const network = await measureNetwork(parts, input, watch);
  return network.ok ? accept(computeMetrics(network.value.said, parts.test.labels)) : network;
};

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
 * them on the fifth that none of them has seen. In reference mode the chosen backend is the current one
 * afterwards. Refuses: cancelled, backend-unavailable, training-diverged.
 */
export const measureModels = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<{ readonly measured: Measured; readonly unseen: Unseen }>> => {
  const { turns } = watch;
  const { rows, sample, parts } = partsOf(question, input);
  watch.progress({ phase: 'baseline', fraction: 0.06 });
  const simple = await fitSimple(parts.train, turns);
  if (simple === undefined) return cancelled;
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
    return accept({ measured, unseen: { rows: rows.test, said: bySimple } });
  }
  const network = await measureNetwork(parts, input, watch);
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
  return accept({ measured, unseen: { rows: rows.test, said } });
};
