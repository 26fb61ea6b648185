import type { FeatureMatrix } from '#core/predictions/encode-rows.ts';
import { computeLogLoss } from '#core/predictions/metrics.ts';
import { shuffle } from '#core/predictions/split-rows.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import type { Batch } from './batch.ts';
import {
  closeNetwork,
  type Network,
  openNetwork,
  readParameters,
  settle,
  trainStep,
} from './network.ts';
import { initialParameters, type Parameters } from './parameters.ts';
import { predictRows } from './predict-rows.ts';
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

const referenceBatch = 32;

/** A batch to be filled again and again: shapes stay the same, the last one is padded with share 0. */
const makeBatch = (rows: number, width: number): Batch => ({
  inputs: new Float32Array(rows * width),
  labels: new Float32Array(rows),
  shares: new Float32Array(rows),
});

const fill = (batch: Batch, { matrix, labels }: Sample, rows: Uint32Array): void => {
  const { width, values } = matrix;
  batch.shares.fill(0);
  rows.forEach((row, at) => {
    batch.inputs.set(values.subarray(row * width, (row + 1) * width), at * width);
    batch.labels[at] = labels[row] ?? 0;
    batch.shares[at] = 1 / rows.length;
  });
};

const cancelled = refuse('cancelled');
const diverged = refuse('training-diverged');

const runEpoch = async (
  network: Network,
  sample: Sample,
  order: Uint32Array,
  batch: Batch,
  watch: { readonly turns: Turns; readonly onFraction: (fraction: number) => void },
): Promise<Result<null>> => {
  const batchRows = batch.labels.length;
  for (let from = 0; from < order.length; from += batchRows) {
    fill(batch, sample, order.subarray(from, from + batchRows));
    trainStep(network, batch);
    if (!watch.turns.due()) continue;
    // Waiting for the backend keeps its queue short: a cancel is quick, and the screen gets its share.
    if (!(await settle(network))) return diverged;
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
  const said = await predictRows(network, matrix, turns);
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
  const batch = makeBatch(batchRows, train.matrix.width);
  const order = Uint32Array.from({ length: train.matrix.rows }, (_, row) => row);
  const history: EpochLoss[] = [];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, seededRandom(mixSeed(seed, 1000 + epoch)));
    const ran = await runEpoch(network, train, order, batch, {
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
  const network = openNetwork(initialParameters(input.train.matrix.width, input.seed));
  try {
    const history = await runEpochs(network, input, watch);
    if (!history.ok) return history;
    const parameters = await readParameters(network);
    return parameters === undefined ? diverged : accept({ parameters, history: history.value });
  } finally {
    closeNetwork(network);
  }
};
