import type { Article, Language } from './conversation.ts';
import { foldText, withoutEnding } from './fold-text.ts';

export type FoundArticle = { readonly article: Article; readonly score: number };

/** Words (or Chinese character pairs) that say nothing about the matter. */
const fillers =
  /^(?:the|a|an|is|are|was|do|does|did|i|you|we|my|your|our|it|to|of|for|in|on|and|or|what|how|when|can|please|have|has|be|with|me)$/u;

const termsOf = (text: string): readonly string[] => {
  const folded = withoutEnding(foldText(text));
  const words = folded.match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !fillers.test(word));
  const han = (folded.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...new Set([...(kept.length > 0 ? kept : words), ...han])];
};

/** Same word, or one the other begins with: "return" and "returns". */
const isSameTerm = (a: string, b: string): boolean =>
  a === b || (a.length >= 4 && b.length >= 4 && (a.startsWith(b) || b.startsWith(a)));

const likeness = (asked: readonly string[], written: readonly string[]): number => {
  if (asked.length === 0 || written.length === 0) return 0;
  const shared = asked.filter((term) => written.some((other) => isSameTerm(term, other))).length;
  return (2 * shared) / (asked.length + written.length);
};

/**
 * The published article whose title or variants are nearest to a message (0..1, Dice over words and
 * Chinese character pairs), or undefined when there is none in the language.
 */
export const findArticle = (
  articles: readonly Article[],
  message: string,
  language: Language,
): FoundArticle | undefined => {
  const asked = termsOf(message);
  let best: FoundArticle | undefined;
  for (const article of articles) {
    if (!article.published || article.language !== language || article.deletedAt !== undefined)
      continue;
    const score = Math.max(
      ...[article.title, ...article.variants].map((text) => likeness(asked, termsOf(text))),
    );
    if (best === undefined || score > best.score) best = { article, score };
  }
  return best;
};
