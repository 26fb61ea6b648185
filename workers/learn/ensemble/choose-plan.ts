import type { BackendReceipt } from '#core/predictions/model-version.ts';
import {
  type EffortPlan,
  inputPace,
  type Pace,
  planOfEffort,
  planWithin,
  treePace,
} from '#core/predictions/training-effort.ts';
import type { TrainingInput } from '#core/predictions/training-input.ts';
import { binRows, fitBins } from '#core/predictions/trees/bin-rows.ts';
import { boostTrees } from '#core/predictions/trees/boost-trees.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { seededRandom } from '#core/seeded-random.ts';
import type { Form } from '#workers/learn/checkpoint/keep-part.ts';
import type { Watch } from '#workers/learn/measure-models.ts';
import { labelsOf, type Question } from '#workers/learn/prepare-rows.ts';
import { runInTurns, type Turns } from '#workers/learn/take-turns.ts';
import { timeStep } from '#workers/learn/time-step.ts';
import type { TrainingStep } from '#workers/learn/training-step.ts';
import { boostRules } from './fit-trees-member.ts';

const timedRows = 4_000;
const timedTrees = 16;

/** Ms of a row, a column and a tree, by growing a few on some of the rows; undefined when cancelled. */
export const timeTrees = async (
  { used, table, ...question }: Question,
  rows: Uint32Array,
  turns: Turns,
): Promise<number | undefined> => {
  const some = rows.subarray(0, timedRows);
  const binned = binRows(fitBins(used, some), table.find, some);
  const labels = labelsOf({ used, table, ...question }, some);
  const rules = { ...boostRules, mostTrees: timedTrees };
  const grow = () =>
    runInTurns(boostTrees(binned, labels, undefined, rules, seededRandom(1)), turns);
  // The first ones are grown by code the engine has not compiled yet.
  if ((await grow()) === undefined) return undefined;
  const startedAt = performance.now() - turns.restedMs();
  const grown = await grow();
  const ms = performance.now() - turns.restedMs() - startedAt;
  return grown && treePace(ms / timedTrees, some.length, used.length);
};

/** Ms of a row, an input and a round on the current backend, as its probe told or by another one. */
export const timeInputs = async (receipt: BackendReceipt, step: TrainingStep): Promise<number> => {
  const told = receipt.stepMs?.[receipt.name];
  const stepMs = told ?? (await timeStep(step, receipt.name === 'webgl', Infinity));
  return inputPace(stepMs, step.table.labels.length, step.shape.inputs);
};

const planForm: Form<EffortPlan> = { pack: (plan) => plan, unpack: (kept) => kept as EffortPlan };

/**
 * What is done within the effort and the time there is, by timing a step and some trees on the rows as they
 * are. Decided once: a training that goes on keeps to it. Refuses: cancelled.
 */
export const choosePlan = (
  question: Question,
  rows: Uint32Array,
  { effort = 'usual', withinMs }: Pick<TrainingInput, 'effort' | 'withinMs'>,
  { receipt, step }: { readonly receipt: BackendReceipt; readonly step: TrainingStep },
  { turns, keep }: Pick<Watch, 'turns' | 'keep'>,
): Promise<Result<EffortPlan>> =>
  keep('plan', planForm, async () => {
    const asked = planOfEffort[effort];
    if (withinMs === undefined) return accept(asked);
    const tree = await timeTrees(question, rows, turns);
    if (tree === undefined) return refuse('cancelled');
    const pace: Pace = { tree, input: await timeInputs(receipt, step) };
    const size = {
      rows: question.labelled.length,
      columns: question.used.length,
      inputs: step.shape.inputs,
    };
    return accept(planWithin(withinMs, pace, asked, size));
  });
