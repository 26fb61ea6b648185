import { compareLosses } from '#core/predictions/compare-losses.ts';
import { type MemberName, memberNames } from '#core/predictions/model-body.ts';
import { fitScale, type Scale, unscaled } from '#core/predictions/scale-logits.ts';
import { applyStack, fitStack, type Stack } from '#core/predictions/stack-logits.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed } from '#core/seeded-random.ts';
import { saidForm } from '#workers/learn/checkpoint/part-forms.ts';
import type { EpochLoss } from '#workers/learn/fit-network.ts';
import { labelsOf } from '#workers/learn/prepare-rows.ts';
import { runInTurns } from '#workers/learn/take-turns.ts';
import { type EnsembleInput, fitterOf, inputOf } from './fit-ensemble.ts';
import { type Fold, foldQuestion } from './fold-question.ts';
import type { Said } from './member.ts';

/** How large each member is to be, and what each weighs: found once, used for every later fit. */
export type EnsemblePlan = {
  readonly sizes: Readonly<Record<MemberName, number>>;
  readonly stack: Stack;
  /** The same for the simple model by itself, where that is all that is needed. */
  readonly alone: Scale;
  /** How much lower the ensemble's log-loss is than the simple model's on those rows, with its standard error. */
  readonly gain: { readonly mean: number; readonly error: number };
};

type FoldSaid = readonly Said[];

/** A scaled model as a stack of one. */
export const stackOf = ({ slope, shift }: Scale): Stack => ({ weights: [slope], bias: shift });

const namesOf = ({ effort }: EnsembleInput): readonly MemberName[] =>
  memberNames.filter((name) => name !== 'network' || effort.network);

const fitFold = async (
  input: EnsembleInput,
  { rest, aside }: Fold,
  at: number,
  count: number,
): Promise<Result<FoldSaid>> => {
  const onFraction = (done: number) => input.onFraction((at + done) / count);
  const fold = { ...input, rows: rest, seed: mixSeed(input.seed, 10 + at), onFraction };
  const said: Said[] = [];
  for (const name of namesOf(input)) {
    const member = inputOf(fold, name);
    const fit = () => fitterOf(input, name)({ ...member, aside });
    const one = await input.keep(`fold-${at}-${name}`, saidForm, fit);
    if (!one.ok) return one;
    member.onFraction(1);
    said.push(one.value);
  }
  return accept(said);
};

/** More rows to learn from carry a few more trees and rounds. */
const growth = 1.1;

const meanSize = (folds: readonly FoldSaid[], member: MemberName): number => {
  const at = memberNames.indexOf(member);
  const total = folds.reduce((sum, said) => sum + (said[at]?.size ?? 0), 0);
  return Math.max(1, Math.round((growth * total) / folds.length));
};

/** What helps in one time and harms in the next is not proven, however many rows each has. */
const ownersOf = (
  { question: { owners } }: EnsembleInput,
  folds: readonly Fold[],
  split: string,
) =>
  split === 'random' && owners === undefined
    ? undefined
    : folds.flatMap(({ aside }, fold) =>
        Array.from(aside, (row) => (split === 'rows' ? fold : (owners?.[row] ?? 0))),
      );

/**
 * Finds sizes and weights: every member says something of rows it has not learned from, fold by fold,
 * and the stack is fitted on that. `onCurve` hears the losses of the first fold's network.
 * Refuses: cancelled, training-diverged.
 */
export const planEnsemble = async (
  input: EnsembleInput,
  split: 'random' | 'rows',
  onCurve: (history: readonly EpochLoss[]) => void,
): Promise<Result<EnsemblePlan>> => {
  const folds = foldQuestion(input.question, input.rows, split, input.seed, input.effort);
  const fits: FoldSaid[] = [];
  for (const [at, fold] of folds.entries()) {
    const fit = await fitFold(input, fold, at, folds.length);
    if (!fit.ok) return fit;
    fits.push(fit.value);
    if (at === 0) onCurve(fit.value[memberNames.indexOf('network')]?.history ?? []);
  }
  const labels = folds.flatMap(({ aside }) => Array.from(labelsOf(input.question, aside)));
  const logits = namesOf(input).map((_, member) =>
    fits.flatMap((said) => Array.from(said[member]?.aside ?? [])),
  );
  const stack = await runInTurns(fitStack(logits, labels), input.turns);
  if (stack === undefined) return refuse('cancelled');
  const sizes = {
    logistic: 1,
    trees: meanSize(fits, 'trees'),
    network: meanSize(fits, 'network'),
  };
  // The simple model gets the same fitting afterwards: else its want of that would count as a gain.
  const simple = logits.slice(0, 1);
  const fitted = await runInTurns(fitScale(simple[0] ?? [], labels), input.turns);
  if (fitted === undefined) return refuse('cancelled');
  const whose = ownersOf(input, folds, split);
  const gain = compareLosses(
    applyStack(stackOf(fitted), simple),
    applyStack(stack, logits),
    labels,
    whose,
  );
  // Parts of one time after another have rates of their own: no scale for all of them.
  const alone = split === 'rows' ? unscaled : fitted;
  // A network that was left out has no say.
  const weights = memberNames.map((_, member) => stack.weights[member] ?? 0);
  return accept({ sizes, stack: { weights, bias: stack.bias }, alone, gain });
};
