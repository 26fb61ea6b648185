import {
  type Ensemble,
  type LogisticBody,
  type MemberName,
  memberNames,
  type NetworkBody,
  type TreesBody,
} from '#core/predictions/model-body.ts';
import type { EffortPlan } from '#core/predictions/training-effort.ts';
import { accept, type Result } from '#core/result.ts';
import { mixSeed } from '#core/seeded-random.ts';
import type { KeepPart } from '#workers/learn/checkpoint/keep-part.ts';
import { fittedForm } from '#workers/learn/checkpoint/part-forms.ts';
import type { Question } from '#workers/learn/prepare-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { fitLogisticMember } from './fit-logistic-member.ts';
import { fitTreesMember } from './fit-trees-member.ts';
import type { FitMember, Fitted, MemberInput } from './member.ts';
import type { EnsemblePlan } from './plan-ensemble.ts';

export type EnsembleInput = {
  readonly question: Question;
  readonly rows: Uint32Array;
  readonly seed: number;
  readonly fitNetwork: FitMember<NetworkBody>;
  readonly effort: EffortPlan;
  readonly turns: Turns;
  /** Every finished fit is a part of its own. */
  readonly keep: KeepPart;
  readonly onFraction: (fraction: number) => void;
};

/** Part of the time each member takes, roughly. */
const spans = { logistic: [0, 0.1], trees: [0.1, 0.4], network: [0.4, 1] } as const;

/** What one member is to learn, and where it stands in the time of all. */
export const inputOf = (
  { question, rows, seed, turns, onFraction, effort }: Omit<EnsembleInput, 'fitNetwork' | 'keep'>,
  name: MemberName,
): MemberInput => {
  const [from, to] = spans[name];
  const onPart = (done: number) => onFraction(from + (to - from) * done);
  return { question, rows, seed, turns, onFraction: onPart, mostRounds: effort.rounds };
};

/** How a member is fitted, for who wants none of its parameters. */
export const fitterOf = (
  { fitNetwork }: EnsembleInput,
  name: MemberName,
): FitMember<LogisticBody | TreesBody | NetworkBody> =>
  ({ logistic: fitLogisticMember, trees: fitTreesMember, network: fitNetwork })[name];

/**
 * Fits every member on all rows, to the sizes of the plan; `part` names the fits.
 * Refuses: cancelled, training-diverged.
 */
export const fitEnsemble = async (
  input: EnsembleInput,
  { sizes, stack }: Pick<EnsemblePlan, 'sizes' | 'stack'>,
  part: 'measured' | 'final',
): Promise<Result<Ensemble>> => {
  const seeded = { ...input, seed: mixSeed(input.seed, 20) };
  const learn = <Body>(
    name: MemberName,
    fitMember: FitMember<Body>,
  ): Promise<Result<Fitted<Body>>> =>
    input.keep(`${part}-${name}`, fittedForm<Body>(), () =>
      fitMember({ ...inputOf(seeded, name), size: sizes[name] }),
    );
  const logistic = await learn('logistic', fitLogisticMember);
  if (!logistic.ok) return logistic;
  const trees = await learn('trees', fitTreesMember);
  if (!trees.ok) return trees;
  // A network nobody listens to need not be trained.
  const isHeard = Boolean(stack.weights[memberNames.indexOf('network')]);
  const network = isHeard ? await learn('network', input.fitNetwork) : undefined;
  if (network?.ok === false) return network;
  return accept({
    logistic: logistic.value.body,
    trees: trees.value.body,
    ...(network !== undefined && { network: network.value.body }),
    stack: { weights: [...stack.weights], bias: stack.bias },
  });
};
