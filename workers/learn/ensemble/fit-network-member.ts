import type { FeatureMatrix, FindValues } from '#core/predictions/encode-rows.ts';
import { logitOf } from '#core/predictions/logit.ts';
import { computeLogLoss } from '#core/predictions/metrics.ts';
import type { NetworkBody } from '#core/predictions/model-body.ts';
import { encodeRichRows, fitRichRecipe } from '#core/predictions/rich-recipe.ts';
import { shuffle } from '#core/predictions/split-rows.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import type { EpochLoss } from '#workers/learn/fit-network.ts';
import { labelsOf } from '#workers/learn/prepare-rows.ts';
import { initialWeights } from '#workers/learn/simd/initial-weights.ts';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import { predictSimdBlock } from '#workers/learn/simd/predict-block.ts';
import {
  openSimdNetwork,
  readSimdParameters,
  type SimdNetwork,
} from '#workers/learn/simd/simd-network.ts';
import { type TrainingRows, trainBatch } from '#workers/learn/simd/train-batch.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { FitMember, MemberInput } from './member.ts';

/** TabM-mini (Gorishniy and others 2024) with the settings of learning.md 2. */
const members = 8;
const hidden: NetworkShape['hidden'] = [64, 64];
const highestRate = 3e-3;
const decay = 0.02;
const dropout = 0.1;
const warmUp = 0.05;
/** Rounds over all rows; the best on rows aside is kept. */
export const mostRounds = 20;
const patience = 4;

/** Small tables need more steps than rounds alone would give them. */
const batchRowsFor = (rows: number): number => (rows > 20_000 ? 256 : rows > 5_000 ? 128 : 64);

const blockRows = 2_000;

/** Probabilities by an open network; undefined when cancelled. */
const predict = async (
  network: SimdNetwork,
  { rows, width, values }: FeatureMatrix,
  turns: Turns,
): Promise<Float32Array | undefined> => {
  const said = new Float32Array(rows);
  for (let from = 0; from < rows; from += blockRows) {
    const to = Math.min(rows, from + blockRows);
    said.set(predictSimdBlock(network, values.subarray(from * width, to * width)), from);
    if (turns.due() && (await turns.take())) return undefined;
  }
  return said;
};

/** Up in a straight line, then down along half a cosine. */
const rateAt = (step: number, steps: number): number => {
  const risen = Math.min(1, (step + 1) / Math.max(1, warmUp * steps));
  return highestRate * risen * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
};

type Run = {
  readonly network: SimdNetwork;
  readonly rows: TrainingRows;
  readonly order: Uint32Array;
  readonly rounds: number;
  readonly input: MemberInput;
};

/** One round over all rows; its mean loss. */
const runRound = async (
  { network, rows, order, rounds, input }: Run,
  round: number,
): Promise<Result<number>> => {
  const batchRows = batchRowsFor(order.length);
  const perRound = Math.ceil(order.length / batchRows);
  shuffle(order, seededRandom(mixSeed(input.seed, 1000 + round)));
  let total = 0;
  for (let batch = 0; batch < perRound; batch += 1) {
    const step = round * perRound + batch;
    const picked = order.subarray(batch * batchRows, (batch + 1) * batchRows);
    const loss = trainBatch(network, rows, picked, {
      rate: rateAt(step, rounds * perRound),
      decay,
    });
    if (!Number.isFinite(loss)) return refuse('training-diverged');
    total += loss * picked.length;
    if (!input.turns.due()) continue;
    input.onFraction(step / (rounds * perRound));
    if (await input.turns.take()) return refuse('cancelled');
  }
  return accept(total / order.length);
};

type Best = {
  readonly rounds: number;
  readonly loss: number;
  readonly parameters: Float32Array;
  readonly said: Float32Array;
};

const bodyOf = (recipe: NetworkBody['recipe'], parameters: Float32Array): NetworkBody => ({
  recipe,
  members,
  hidden: [...hidden],
  parameters: Array.from(parameters),
});

/** Rounds until the loss on the rows aside stops falling. */
const runToBest = async (
  run: Run,
  aside: { readonly matrix: FeatureMatrix; readonly labels: Float32Array },
  onRound: (losses: EpochLoss, round: number) => void,
): Promise<Result<Best>> => {
  let best: Best | undefined;
  for (let round = 0; round < run.rounds; round += 1) {
    const loss = await runRound(run, round);
    if (!loss.ok) return loss;
    const said = await predict(run.network, aside.matrix, run.input.turns);
    if (said === undefined) return refuse('cancelled');
    const validationLoss = computeLogLoss(said, aside.labels);
    onRound({ loss: loss.value, validationLoss }, round + 1);
    if (best === undefined || validationLoss < best.loss) {
      const parameters = readSimdParameters(run.network);
      if (parameters === undefined) return refuse('training-diverged');
      best = { rounds: round + 1, loss: validationLoss, parameters, said };
    } else if (round + 1 - best.rounds >= patience) break;
  }
  return best === undefined ? refuse('training-diverged') : accept(best);
};

/** The default network: eight small ones that share their layers, on the rich recipe. */
export const fitNetworkMember =
  (onRound: (losses: EpochLoss, round: number) => void): FitMember<NetworkBody> =>
  async (input) => {
    const { question, rows, aside, size = mostRounds, seed } = input;
    const { find } = question.table;
    const recipe = fitRichRecipe(question.used, rows);
    const { values } = encodeRichRows(recipe, find, rows);
    const shape: NetworkShape = { inputs: recipe.width, hidden, members };
    const sign = (random: () => number) => (random() < 0.5 ? -1 : 1);
    const network = openSimdNetwork(shape, initialWeights(shape, mixSeed(seed, 70), sign), {
      dropout,
      seed: mixSeed(seed, 71),
    });
    const run: Run = {
      network,
      rows: { values, labels: labelsOf(question, rows) },
      order: Uint32Array.from({ length: rows.length }, (_, row) => row),
      rounds: aside === undefined ? Math.max(1, Math.min(mostRounds, size)) : mostRounds,
      input,
    };
    if (aside !== undefined) {
      const held = {
        matrix: encodeRichRows(recipe, find, aside),
        labels: labelsOf(question, aside),
      };
      const best = await runToBest(run, held, onRound);
      if (!best.ok) return best;
      const { parameters, said, rounds } = best.value;
      const logits = Float64Array.from(said, (one) => logitOf(one, 1e-6));
      return accept({ body: bodyOf(recipe, parameters), aside: logits, size: rounds });
    }
    for (let round = 0; round < run.rounds; round += 1) {
      const loss = await runRound(run, round);
      if (!loss.ok) return loss;
    }
    const parameters = readSimdParameters(network);
    if (parameters === undefined) return refuse('training-diverged');
    return accept({
      body: bodyOf(recipe, parameters),
      aside: new Float64Array(),
      size: run.rounds,
    });
  };

/** Logits by the default network; undefined when cancelled. */
export const networkLogits = async (
  { recipe, hidden: sizes, members: count, parameters }: NetworkBody,
  find: FindValues,
  rows: Uint32Array,
  turns: Turns,
): Promise<Float64Array | undefined> => {
  const [first = 1, ...above] = sizes;
  const shape: NetworkShape = { inputs: recipe.width, hidden: [first, ...above], members: count };
  const network = openSimdNetwork(shape, Float32Array.from(parameters));
  const said = new Float64Array(rows.length);
  for (let from = 0; from < rows.length; from += blockRows) {
    const part = rows.subarray(from, from + blockRows);
    const block = await predict(network, encodeRichRows(recipe, find, part), turns);
    if (block === undefined) return undefined;
    said.set(
      Float64Array.from(block, (one) => logitOf(one, 1e-6)),
      from,
    );
  }
  return said;
};
