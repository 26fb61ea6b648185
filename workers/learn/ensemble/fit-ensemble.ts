import { compareLosses } from '#core/predictions/compare-losses.ts';
import { foldRows, groupCopies } from '#core/predictions/fold-rows.ts';
import {
  type Ensemble,
  type LogisticBody,
  type MemberName,
  memberNames,
  type NetworkBody,
  type TreesBody,
} from '#core/predictions/model-body.ts';
import { applyStack, fitStack, type Stack } from '#core/predictions/stack-logits.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, sampleIndices, seededRandom } from '#core/seeded-random.ts';
import { labelsOf, type Question } from '#workers/learn/prepare-rows.ts';
import { runInTurns, type Turns } from '#workers/learn/take-turns.ts';
import { fitLogisticMember } from './fit-logistic-member.ts';
import { fitTreesMember } from './fit-trees-member.ts';
import type { Fitted, MemberInput } from './member.ts';

/** How large each member is to be, and what each weighs: found once, used for every later fit. */
export type EnsemblePlan = {
  readonly sizes: Readonly<Record<MemberName, number>>;
  readonly stack: Stack;
  /** How much lower the ensemble's log-loss is than the simple model's on those rows, with its standard error. */
  readonly gain: { readonly mean: number; readonly error: number };
};

export type EnsembleInput = {
  readonly question: Question;
  readonly rows: Uint32Array;
  readonly seed: number;
  readonly fitNetwork: (input: MemberInput) => Promise<Result<Fitted<NetworkBody>>>;
  readonly turns: Turns;
  readonly onFraction: (fraction: number) => void;
};

type Bodies = {
  readonly logistic: Fitted<LogisticBody>;
  readonly trees: Fitted<TreesBody>;
  readonly network: Fitted<NetworkBody> | undefined;
};

/** Part of the time each member takes, roughly. */
const ends = { logistic: 0.1, trees: 0.4, network: 1 };

const fitMembers = async (
  fitNetwork: EnsembleInput['fitNetwork'] | undefined,
  input: Omit<MemberInput, 'size'>,
  sizes?: EnsemblePlan['sizes'],
): Promise<Result<Bodies>> => {
  const sized = (name: MemberName, from: number): MemberInput => ({
    ...input,
    ...(sizes !== undefined && { size: sizes[name] }),
    onFraction: (done) => input.onFraction(from + (ends[name] - from) * done),
  });
  const logistic = await fitLogisticMember(sized('logistic', 0));
  if (!logistic.ok) return logistic;
  const trees = await fitTreesMember(sized('trees', ends.logistic));
  if (!trees.ok) return trees;
  const network = await fitNetwork?.(sized('network', ends.trees));
  if (network?.ok === false) return network;
  return accept({ logistic: logistic.value, trees: trees.value, network: network?.value });
};

const foldCount = 5;
/** Sizes and weights are known well enough from these many rows; more would only take longer. */
const mostPlanRows = 30_000;

type Fold = { readonly rest: Uint32Array; readonly aside: Uint32Array };

/** By seed: five folds. In the order of the rows: each fifth is told by those before it. */
const foldsOf = (
  { question, rows: all, seed }: EnsembleInput,
  split: 'random' | 'rows',
): readonly Fold[] => {
  const picked = sampleIndices(all.length, mostPlanRows, seededRandom(mixSeed(seed, 4)));
  const rows = all.length > mostPlanRows ? picked.map((at) => all[at] as number) : all;
  if (split === 'rows') {
    const end = (part: number) => Math.round((rows.length * part) / foldCount);
    return Array.from({ length: foldCount - 1 }, (_, at) => ({
      rest: rows.subarray(0, end(at + 1)),
      aside: rows.subarray(end(at + 1), end(at + 2)),
    }));
  }
  const { owners } = question;
  const groups =
    owners === undefined ? groupCopies(question.used, rows) : rows.map((row) => owners[row] ?? 0);
  const foldOf = foldRows(labelsOf(question, rows), groups, foldCount, mixSeed(seed, 3));
  return Array.from({ length: foldCount }, (_, fold) => ({
    rest: rows.filter((_row, at) => foldOf[at] !== fold),
    aside: rows.filter((_row, at) => foldOf[at] === fold),
  }));
};

const membersOf = ({ logistic, trees, network }: Bodies): readonly Fitted<unknown>[] =>
  network === undefined ? [logistic, trees] : [logistic, trees, network];

/** More rows to learn from carry a few more trees and rounds. */
const growth = 1.1;

const meanSize = (fits: readonly Bodies[], member: MemberName): number => {
  const total = fits.reduce((sum, bodies) => sum + (bodies[member]?.size ?? 0), 0);
  return Math.max(1, Math.round((growth * total) / fits.length));
};

/**
 * Finds sizes and weights: every member says something of rows it has not learned from, fold by fold,
 * and the stack is fitted on that. Refuses: cancelled, training-diverged.
 */
export const planEnsemble = async (
  input: EnsembleInput,
  split: 'random' | 'rows',
): Promise<Result<EnsemblePlan>> => {
  const folds = foldsOf(input, split);
  const fits: Bodies[] = [];
  for (const [at, { rest, aside }] of folds.entries()) {
    const { question, turns } = input;
    const seed = mixSeed(input.seed, 10 + at);
    const onFraction = (done: number) => input.onFraction((at + done) / folds.length);
    const fit = await fitMembers(input.fitNetwork, {
      question,
      rows: rest,
      aside,
      seed,
      turns,
      onFraction,
    });
    if (!fit.ok) return fit;
    fits.push(fit.value);
  }
  const labels = folds.flatMap(({ aside }) => Array.from(labelsOf(input.question, aside)));
  const logits = memberNames.map((_, member) =>
    fits.flatMap((bodies) => Array.from(membersOf(bodies)[member]?.aside ?? [])),
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
  const alone = await runInTurns(fitStack(simple, labels), input.turns);
  if (alone === undefined) return refuse('cancelled');
  const { owners } = input.question;
  // What helps in one time and harms in the next is not proven, however many rows each has.
  const ownerOf = (row: number, fold: number) => (split === 'rows' ? fold : owners?.[row]);
  const whose =
    split === 'random' && owners === undefined
      ? undefined
      : folds.flatMap(({ aside }, fold) => Array.from(aside, (row) => ownerOf(row, fold) ?? 0));
  const gain = compareLosses(applyStack(alone, simple), applyStack(stack, logits), labels, whose);
  return accept({ sizes, stack, gain });
};

/** Fits every member on all rows, to the sizes of the plan. Refuses: cancelled, training-diverged. */
export const fitEnsemble = async (
  input: EnsembleInput,
  { sizes, stack }: EnsemblePlan,
): Promise<Result<Ensemble>> => {
  const { question, rows, turns, onFraction } = input;
  const seed = mixSeed(input.seed, 20);
  // A network nobody listens to need not be trained.
  const fitNetwork = stack.weights[memberNames.indexOf('network')] ? input.fitNetwork : undefined;
  const fit = await fitMembers(fitNetwork, { question, rows, seed, turns, onFraction }, sizes);
  if (!fit.ok) return fit;
  const { logistic, trees, network } = fit.value;
  return accept({
    logistic: logistic.body,
    trees: trees.body,
    ...(network !== undefined && { network: network.body }),
    stack: { weights: [...stack.weights], bias: stack.bias },
  });
};
