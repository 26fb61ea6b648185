import type { FeatureMatrix } from '#core/predictions/encode-rows.ts';
import { computeLogLoss } from '#core/predictions/metrics.ts';
import type { NetworkBody } from '#core/predictions/model-body.ts';
import { encodeRichRows, fitRichRecipe } from '#core/predictions/rich-recipe.ts';
import { shuffle } from '#core/predictions/split-rows.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import type { EpochLoss } from '#workers/learn/fit-network.ts';
import { type Network, openNetwork } from '#workers/learn/network.ts';
import { blockRowsOf, predictRows } from '#workers/learn/predict-rows.ts';
import { labelsOf } from '#workers/learn/prepare-rows.ts';
import { initialWeights } from '#workers/learn/simd/initial-weights.ts';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import type { TrainingRows } from '#workers/learn/simd/train-batch.ts';
import {
  batchRowsFor,
  decay,
  dropout,
  hidden,
  highestRate,
  logitsOf,
  members,
} from './default-network.ts';
import type { FitMember, MemberInput } from './member.ts';

const warmUp = 0.05;
const patience = 4;

/** Up in a straight line, then down along half a cosine. */
const rateAt = (step: number, steps: number): number => {
  const risen = Math.min(1, (step + 1) / Math.max(1, warmUp * steps));
  return highestRate * risen * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
};

const diverged = refuse('training-diverged');

type Run = {
  readonly network: Network;
  readonly rows: TrainingRows;
  readonly order: Uint32Array;
  readonly batchRows: number;
  readonly rounds: number;
  readonly input: MemberInput;
};

/** One round over all rows; its mean loss. */
const runRound = async (
  { network, rows, order, batchRows, rounds, input }: Run,
  round: number,
): Promise<Result<number>> => {
  const perRound = Math.ceil(order.length / batchRows);
  shuffle(order, seededRandom(mixSeed(input.seed, 1000 + round)));
  let total = 0;
  for (let batch = 0; batch < perRound; batch += 1) {
    const step = round * perRound + batch;
    const picked = order.subarray(batch * batchRows, (batch + 1) * batchRows);
    network.trainBatch(rows, picked, { rate: rateAt(step, rounds * perRound), decay });
    if (!input.turns.due()) continue;
    total += await network.settle();
    if (!Number.isFinite(total)) return diverged;
    input.onFraction(step / (rounds * perRound));
    if (await input.turns.take()) return refuse('cancelled');
  }
  total += await network.settle();
  return Number.isFinite(total) ? accept(total / order.length) : diverged;
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
    const said = await predictRows(
      run.network,
      aside.matrix,
      blockRowsOf(members),
      run.input.turns,
    );
    if (said === undefined) return refuse('cancelled');
    const validationLoss = computeLogLoss(said, aside.labels);
    onRound({ loss: loss.value, validationLoss }, round + 1);
    if (best === undefined || validationLoss < best.loss) {
      const parameters = await run.network.readParameters();
      if (parameters === undefined) return diverged;
      best = { rounds: round + 1, loss: validationLoss, parameters, said };
    } else if (round + 1 - best.rounds >= patience) break;
  }
  return best === undefined ? diverged : accept(best);
};

/** Rounds over all rows, as many as were found best before. */
const runAll = async (run: Run): Promise<Result<Float32Array>> => {
  for (let round = 0; round < run.rounds; round += 1) {
    const loss = await runRound(run, round);
    if (!loss.ok) return loss;
  }
  const parameters = await run.network.readParameters();
  return parameters === undefined ? diverged : accept(parameters);
};

const openFor = (inputs: number, batchRows: number, seed: number): Network => {
  const shape: NetworkShape = { inputs, hidden, members };
  const sign = (random: () => number) => (random() < 0.5 ? -1 : 1);
  return openNetwork(shape, initialWeights(shape, mixSeed(seed, 70), sign), {
    batchRows,
    dropout,
    seed: mixSeed(seed, 71),
    losses: true,
  });
};

/** The default network, on the current backend: eight small ones that share their layers, on the rich recipe. */
export const fitNetworkMember =
  (onRound: (losses: EpochLoss, round: number) => void): FitMember<NetworkBody> =>
  async (input) => {
    const { question, rows, aside, mostRounds, size = mostRounds, seed } = input;
    const { find } = question.table;
    const recipe = fitRichRecipe(question.used, rows);
    const { values } = encodeRichRows(recipe, find, rows);
    const batchRows = batchRowsFor(rows.length);
    const network = openFor(recipe.width, batchRows, seed);
    const run: Run = {
      network,
      rows: { values, labels: labelsOf(question, rows) },
      order: Uint32Array.from({ length: rows.length }, (_, row) => row),
      batchRows,
      rounds: aside === undefined ? Math.max(1, Math.min(mostRounds, size)) : mostRounds,
      input,
    };
    try {
      if (aside === undefined) {
        const ran = await runAll(run);
        if (!ran.ok) return ran;
        const body = bodyOf(recipe, ran.value);
        return accept({ body, aside: new Float64Array(), size: run.rounds });
      }
      const held = {
        matrix: encodeRichRows(recipe, find, aside),
        labels: labelsOf(question, aside),
      };
      const history: EpochLoss[] = [];
      const best = await runToBest(run, held, (losses, round) => {
        history.push(losses);
        onRound(losses, round);
      });
      if (!best.ok) return best;
      const { parameters, said, rounds } = best.value;
      const body = bodyOf(recipe, parameters);
      return accept({ body, aside: logitsOf(said), size: rounds, history });
    } finally {
      network.close();
    }
  };
