import type { FeatureMatrix } from '#core/predictions/encode-rows.ts';
import { computeLogLoss } from '#core/predictions/metrics.ts';
import { shuffle } from '#core/predictions/split-rows.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { type Network, openNetwork } from './network.ts';
import {
  initialParameters,
  layersOf,
  type Parameters,
  packParameters,
  referenceShape,
  unpackParameters,
} from './parameters.ts';
import { blockRowsOf, predictRows } from './predict-rows.ts';
import type { StepRate, TrainingRows } from './simd/train-batch.ts';
import type { Turns } from './take-turns.ts';

/** Inputs and answers (0 or 1), one per row. */
export type Sample = { readonly matrix: FeatureMatrix; readonly labels: Float32Array };

export type EpochLoss = { readonly loss: number; readonly validationLoss?: number };

export type FitInput = {
  readonly train: Sample;
  readonly validation?: Sample;
  readonly epochs: number;
  readonly seed: number;
  /** Rows per step. */
  readonly batchRows?: number;
};

export type FitWatch = {
  readonly turns: Turns;
  /** 0..1 of the fit. */
  readonly onFraction: (fraction: number) => void;
  readonly onEpoch: (epoch: number, losses: EpochLoss) => void;
};

export type Fit = { readonly parameters: Parameters; readonly history: readonly EpochLoss[] };

/** Of the reference network. */
export const referenceBatch = 32;
export const referenceRate: StepRate = { rate: 1e-3 };

const cancelled = refuse('cancelled');
const diverged = refuse('training-diverged');

const runEpoch = async (
  network: Network,
  table: TrainingRows,
  order: Uint32Array,
  batchRows: number,
  watch: { readonly turns: Turns; readonly onFraction: (fraction: number) => void },
): Promise<Result<null>> => {
  for (let from = 0; from < order.length; from += batchRows) {
    network.trainBatch(table, order.subarray(from, from + batchRows), referenceRate);
    if (!watch.turns.due()) continue;
    // Waiting for the backend keeps its queue short: a cancel is quick, and the screen gets its share.
    if (!Number.isFinite(await network.settle())) return diverged;
    if (await watch.turns.take()) return cancelled;
    watch.onFraction(from / order.length);
  }
  return accept(null);
};

const lossOn = async (
  network: Network,
  { matrix, labels }: Sample,
  turns: Turns,
): Promise<number | undefined> => {
  const said = await predictRows(network, matrix, blockRowsOf(1), turns);
  return said === undefined ? undefined : computeLogLoss(said, labels);
};

const measureEpoch = async (
  network: Network,
  { train, validation }: FitInput,
  turns: Turns,
): Promise<Result<EpochLoss>> => {
  const loss = await lossOn(network, train, turns);
  if (loss === undefined) return cancelled;
  if (!Number.isFinite(loss)) return diverged;
  if (validation === undefined) return accept({ loss });
  const validationLoss = await lossOn(network, validation, turns);
  return validationLoss === undefined ? cancelled : accept({ loss, validationLoss });
};

/** Trains a network that is open already. */
const runEpochs = async (
  network: Network,
  input: FitInput,
  watch: FitWatch,
): Promise<Result<readonly EpochLoss[]>> => {
  const { train, epochs, seed, batchRows = referenceBatch } = input;
  const table = { values: train.matrix.values, labels: train.labels };
  const order = Uint32Array.from({ length: train.matrix.rows }, (_, row) => row);
  const history: EpochLoss[] = [];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, seededRandom(mixSeed(seed, 1000 + epoch)));
    const ran = await runEpoch(network, table, order, batchRows, {
      turns: watch.turns,
      onFraction: (part) => watch.onFraction((epoch + part) / epochs),
    });
    if (!ran.ok) return ran;
    const measured = await measureEpoch(network, input, watch.turns);
    if (!measured.ok) return measured;
    history.push(measured.value);
    watch.onEpoch(epoch + 1, measured.value);
    watch.onFraction((epoch + 1) / epochs);
  }
  return accept(history);
};

/**
 * Trains the reference network on the current backend from seeded weights, rows shuffled by seed in
 * every epoch. The losses are means over all rows after each epoch. Frees everything it took.
 * Refuses: cancelled, training-diverged.
 */
export const fitNetwork = async (input: FitInput, watch: FitWatch): Promise<Result<Fit>> => {
  const { width } = input.train.matrix;
  const start = packParameters(initialParameters(width, input.seed));
  const batchRows = input.batchRows ?? referenceBatch;
  const network = openNetwork(referenceShape(width), start, { batchRows });
  try {
    const history = await runEpochs(network, input, watch);
    if (!history.ok) return history;
    const packed = await network.readParameters();
    if (packed === undefined) return diverged;
    const parameters = unpackParameters(layersOf(width), packed);
    return accept({ parameters, history: history.value });
  } finally {
    network.close();
  }
};
