import type { AnswerBlock } from './conversation.ts';

/** An answer in words and blocks, and which rule gave it. */
export type AnswerPlan = {
  readonly intent: string;
  readonly text: string;
  readonly blocks: readonly AnswerBlock[];
  /** The customer it is about, so that "they" is understood next. */
  readonly customerId?: string;
};

/** An answer of one sentence. */
export const say = (
  intent: string,
  text: string,
  blocks: readonly AnswerBlock[] = [],
): AnswerPlan => ({
  intent,
  text,
  blocks,
});
