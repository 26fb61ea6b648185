import type { DialoguePair, Language } from '#core/assistant/conversation.ts';

/** The pairs that are not in the trash, in the order they are tried. */
export const inOrder = (pairs: readonly DialoguePair[]): readonly DialoguePair[] =>
  pairs
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id));

/** The pairs of a language that hold a text in their pattern or an answer, without case. */
export const filterPairs = (
  pairs: readonly DialoguePair[],
  text: string,
  language: Language | 'all',
): readonly DialoguePair[] => {
  const wanted = text.trim().toLowerCase();
  const holds = (part: string) => part.toLowerCase().includes(wanted);
  return pairs.filter(
    (pair) =>
      (language === 'all' || pair.language === language) &&
      (holds(pair.pattern) || pair.answers.some(holds)),
  );
};
