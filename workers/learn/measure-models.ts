import type { LearnContract, TrainProgress } from '#contracts/learn.ts';
import { binProbabilities } from '#core/predictions/calibration.ts';
import { fitLogistic, type Logistic, predictLogistic } from '#core/predictions/logistic.ts';
import { computeMetrics } from '#core/predictions/metrics.ts';
import type { BackendReceipt, ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chooseBackend } from './choose-backend.ts';
import { type EpochLoss, fitNetwork, type Sample } from './fit-network.ts';
import { closeNetwork, openNetwork } from './network.ts';
import type { Parameters } from './parameters.ts';
import { predictRows } from './predict-rows.ts';
import { fitOn, type Question, sampleOf, splitForMeasuring } from './prepare-rows.ts';
import { runInTurns, type Turns } from './take-turns.ts';

type Input = LearnContract['train']['input'];

/** The turns of a job and its progress, as the parts of a training see them. */
export type Watch = {
  readonly turns: Turns;
  readonly progress: (progress: TrainProgress) => void;
};

/** What is known of the models before any of them is used. */
export type Measured = Pick<
  ModelVersion,
  'heldOut' | 'importance' | 'drift' | 'shares' | 'gain' | 'calibration' | 'history'
> & {
  readonly backend: BackendReceipt;
};

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
  const network = openNetwork(parameters);
  try {
    return await predictRows(network, matrix, turns);
  } finally {
    closeNetwork(network);
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
  return fitNetwork(
    { train, validation, epochs, seed },
    {
      turns: watch.turns,
      onFraction: (done) => {
        fraction = done;
        tell();
      },
      onEpoch: (_, losses) => {
        history.push(losses);
        tell();
      },
    },
  );
};

const measureNetwork = async (parts: Parts, input: Input, watch: Watch) => {
  watch.progress({ phase: 'backend', fraction: 0.1 });
  const { width } = parts.train.matrix;
  const backend = await chooseBackend(input.backend, width, watch.turns);
  if (!backend.ok) return backend;
  const fit = await fitToMeasure(parts, input, backend.value, watch);
  if (!fit.ok) return fit;
  const said = await predictWith(fit.value.parameters, parts.test.matrix, watch.turns);
  return said === undefined
    ? cancelled
    : accept({ backend: backend.value, said, history: told(fit.value.history) });
};

/**
 * Fits base rate, simple model and (in reference mode) the network on the same rows and measures them
 * on the fifth that none of them has seen. In reference mode the chosen backend is the current one
 * afterwards. Refuses: cancelled, backend-unavailable, training-diverged.
 */
export const measureModels = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<Measured>> => {
  const rows = splitForMeasuring(question, input.seed, input.split);
  const recipe = fitOn(question, rows.train);
  const parts: Parts = {
    train: sampleOf(question, recipe, rows.train),
    validation: sampleOf(question, recipe, rows.validation),
    test: sampleOf(question, recipe, rows.test),
  };
  watch.progress({ phase: 'baseline', fraction: 0.06 });
  const simple = await fitSimple(parts.train, watch.turns);
  if (simple === undefined) return cancelled;
  const { labels } = parts.test;
  const bySimple = predictLogistic(simple, parts.test.matrix);
  const baseRate = measureBaseRate(parts);
  const logistic = computeMetrics(bySimple, labels);
  if (input.mode === 'logistic')
    return accept({
      heldOut: { baseRate, logistic },
      calibration: binProbabilities(bySimple, labels),
      history: [],
      backend: { name: 'cpu', why: 'no-network' },
    });
  const network = await measureNetwork(parts, input, watch);
  if (!network.ok) return network;
  const { said, history, backend } = network.value;
  return accept({
    heldOut: { baseRate, logistic, reference: computeMetrics(said, labels) },
    calibration: binProbabilities(said, labels),
    history,
    backend,
  });
};
