import type { Result } from '#core/result.ts';
import type { EpochLoss } from '#workers/learn/fit-network.ts';
import type { Question } from '#workers/learn/prepare-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';

/** What one member of an ensemble learned. */
export type Fitted<Body> = {
  readonly body: Body;
  /** Logits of the rows aside, in their order; empty without such rows. */
  readonly aside: Float64Array;
  /** How long it learned: trees grown, rounds trained. What was best on the rows aside, where there are any. */
  readonly size: number;
  /** Losses round by round, of what learns in rounds and has rows aside. */
  readonly history?: readonly EpochLoss[];
};

/** What a fit says of the rows aside; without its parameters. */
export type Said = Omit<Fitted<unknown>, 'body'>;

export type MemberInput = {
  readonly question: Question;
  /** Places to learn from. */
  readonly rows: Uint32Array;
  /** Places not learned from, by which the size is chosen. */
  readonly aside?: Uint32Array;
  /** The size to learn to when nothing is aside. */
  readonly size?: number;
  /** Rounds a network goes at most. */
  readonly mostRounds: number;
  readonly seed: number;
  readonly turns: Turns;
  /** 0..1 of this fit. */
  readonly onFraction: (fraction: number) => void;
};

/** Fits one kind of model. Refuses: cancelled, training-diverged. */
export type FitMember<Body> = (input: MemberInput) => Promise<Result<Fitted<Body>>>;
