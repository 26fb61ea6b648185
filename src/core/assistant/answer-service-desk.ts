import { answerFromPairs, type MatchPattern } from './answer-from-pairs.ts';
import { type AnswerPlan, say } from './answer-plan.ts';
import type { Article, DialoguePair, Language } from './conversation.ts';
import { findArticle } from './find-article.ts';

/** An article this near to the message was written for it: it goes before the pairs. */
const surely = 0.6;
/** An article this near is better than "I do not know". */
const perhaps = 0.45;

export type ServiceDesk = {
  readonly pairs: readonly DialoguePair[];
  readonly articles: readonly Article[];
  readonly match: MatchPattern;
  /** What the assistant said before, newest last. */
  readonly said: readonly string[];
};

/** Answers from articles and dialogue pairs; undefined when neither knows. */
export const answerServiceDesk = (
  message: string,
  language: Language,
  { pairs, articles, match, said }: ServiceDesk,
): AnswerPlan | undefined => {
  const found = findArticle(articles, message, language);
  const fromArticle = () =>
    found === undefined ? undefined : say(`article:${found.article.id}`, found.article.body);
  if (found !== undefined && found.score >= surely) return fromArticle();
  const pair = answerFromPairs(message, language, pairs, match, said);
  if (pair !== undefined) return say(`pair:${pair.pairId}`, pair.text);
  return found !== undefined && found.score >= perhaps ? fromArticle() : undefined;
};
