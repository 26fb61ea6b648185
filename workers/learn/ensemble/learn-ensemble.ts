import { driftIndex, measureDrift } from '#core/predictions/measure-drift.ts';
import type { TrainingInput } from '#core/predictions/training-input.ts';
import { binRows, fitBins } from '#core/predictions/trees/bin-rows.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chooseBackendOnce } from '#workers/learn/checkpoint/choose-backend-once.ts';
import type { EpochLoss } from '#workers/learn/fit-network.ts';
import type { Measured, Unseen, Watch } from '#workers/learn/measure-models.ts';
import { labelsOf, type Question, splitForMeasuring } from '#workers/learn/prepare-rows.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { choosePlan } from './choose-plan.ts';
import { defaultStep } from './default-network.ts';
import { fitEnsemble } from './fit-ensemble.ts';
import { fitNetworkMember } from './fit-network-member.ts';
import { finalOf, meanOf, measureOn } from './measure-ensemble.ts';
import { measureImportance } from './measure-importance.ts';
import { type EnsemblePlan, planEnsemble } from './plan-ensemble.ts';

type Input = Pick<TrainingInput, 'seed' | 'split' | 'backend' | 'effort' | 'withinMs'>;

/** A model by the ladder: the ensemble where it is proven better than the simple model, else that one. */
export type Learned = {
  readonly kind: 'ensemble' | 'logistic';
  readonly measured: Measured;
  readonly final: FinalModel;
  readonly unseen: Unseen;
};

const cancelled = refuse('cancelled');

/**
 * The default way: sizes and weights of the ensemble on rows out of their folds, figures on a fifth set
 * aside before, then the model that is kept on all rows. The backend that
 * computes its network is the current one afterwards. Refuses: cancelled, training-diverged,
 * backend-unavailable.
 */
export const learnEnsemble = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<Learned>> => {
  const { turns, progress, keep } = watch;
  const { seed, split, backend } = input;
  const rows = splitForMeasuring(question, seed, split);
  progress({ phase: 'backend', fraction: 0.05 });
  const step = defaultStep(question, rows.learned);
  const chosen = await chooseBackendOnce(backend, step, watch);
  if (!chosen.ok) return chosen;
  const how = { receipt: chosen.value, step };
  const effort = await choosePlan(question, rows.learned, input, how, watch);
  if (!effort.ok) return effort;
  const tell = (fit: 'measured' | 'final', from: number, to: number) => (done: number) =>
    progress({
      phase: 'training',
      fit,
      fraction: from + (to - from) * done,
      backend: chosen.value.name,
      ...live(history, effort.value.rounds),
    });
  const history: { loss: number; validationLoss: number }[] = [];
  const follower = follow(history);
  const fitNetwork = fitNetworkMember(follower.round);
  const common = { question, seed, fitNetwork, turns, keep, effort: effort.value };
  const learned = { ...common, rows: rows.learned, onFraction: tell('measured', 0.08, 0.6) };
  const plan = await planEnsemble(learned, split, follower.whole);
  if (!plan.ok) return plan;
  const { alone } = plan.value;
  const kind = isProven(plan.value) ? 'ensemble' : 'logistic';
  const fit = await fitEnsemble(
    { ...learned, onFraction: tell('measured', 0.6, 0.75) },
    plan.value,
    'measured',
  );
  if (!fit.ok) return fit;
  const onTest = await measureOn(
    question,
    { ensemble: fit.value, kind, alone },
    { ...rows, seed },
    turns,
  );
  if (onTest === undefined) return cancelled;
  const { figures, said } = onTest;
  const measuredModel = finalOf({ ensemble: fit.value, kind, alone });
  const importance = await measureImportance(question, kind, measuredModel, rows.test, seed, turns);
  if (importance === undefined) return cancelled;
  const everybody = { ...common, rows: question.labelled, onFraction: tell('final', 0.75, 0.9) };
  const final = await fitEnsemble(everybody, plan.value, 'final');
  if (!final.ok) return final;
  const [logistic = 0, trees = 0, network = 0] = plan.value.stack.weights;
  const measured: Measured = {
    ...figures,
    importance,
    ...(split === 'rows' && { drift: driftOf(question, rows) }),
    shares: { logistic, trees, network },
    gain: plan.value.gain,
    history,
    backend: chosen.value,
    effort: { asked: input.effort ?? 'usual', plan: effort.value },
  };
  const unseen = { rows: rows.test, said };
  return accept({ kind, measured, final: finalOf({ ensemble: final.value, kind, alone }), unseen });
};

const driftOf = (
  question: Question,
  { learned, test }: { readonly learned: Uint32Array; readonly test: Uint32Array },
) => {
  const { find } = question.table;
  const fields = fitBins(question.used, learned);
  const moved = measureDrift(binRows(fields, find, learned), binRows(fields, find, test));
  return {
    rateBefore: meanOf(labelsOf(question, learned)),
    rateAfter: meanOf(labelsOf(question, test)),
    columns: question.used
      .map(({ name }, at) => ({ column: name, index: moved[at] ?? 0 }))
      .filter(({ index }) => index > driftIndex)
      .sort((a, b) => b.index - a.index),
  };
};

/** The curve of the first fold's network, round by round; the folds after it look alike. */
const follow = (history: { loss: number; validationLoss: number }[]) => {
  let isOver = false;
  const add = ({ loss, validationLoss = loss }: EpochLoss) =>
    history.push({ loss, validationLoss });
  return {
    round: (losses: EpochLoss, round: number): void => {
      isOver ||= round <= history.length;
      if (!isOver) add(losses);
    },
    /** Where the fold was learned before the training was cut off, its curve comes at once. */
    whole: (losses: readonly EpochLoss[]): void => {
      isOver = true;
      if (history.length === 0) losses.forEach(add);
    },
  };
};

const live = (history: readonly { loss: number; validationLoss: number }[], mostRounds: number) =>
  history.length === 0
    ? {}
    : { history: [...history], epoch: history.length, epochs: mostRounds, ...history.at(-1) };

/**
 * Better by more than two standard errors of the difference, row by row: sizes and weights were chosen
 * on the same rows, and one error was found too easy where both are equally good.
 */
const isProven = ({ gain }: EnsemblePlan): boolean => gain.mean > 2 * gain.error;
