import { type AnswerPlan, say } from './answer-plan.ts';
import type { Language } from './conversation.ts';
import { takeTurn } from './take-turn.ts';
import { wordsOf } from './words-of.ts';

/** "I do not know", with what can be asked. Never the same words twice in a row; see takeTurn. */
export const answerUnknown = (language: Language, said: readonly string[]): AnswerPlan => {
  const words = wordsOf(language);
  const text = takeTurn(words.fallbacks, said) ?? '';
  return say('unknown', text, [
    {
      kind: 'choices',
      choices: [words.ask.likelyBuyers, words.ask.segments],
    },
  ]);
};
