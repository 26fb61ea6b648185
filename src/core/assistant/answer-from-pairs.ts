import type { DialoguePair, Language } from './conversation.ts';
import { tidyText, withoutEnding } from './fold-text.ts';
import { reflect } from './reflect.ts';
import { takeTurn } from './take-turn.ts';
import { simplifyCharacters } from './zh/traditional-characters.ts';

/**
 * Matches a pattern against a whole text without case. Gives the groups from 1 on, or undefined.
 * Patterns are written by people, so the matcher must be one of linear time.
 */
export type MatchPattern = (
  pattern: string,
  text: string,
) => readonly (string | undefined)[] | undefined;

export type PairAnswer = { readonly pairId: string; readonly text: string };

/** The ways a message is tried: as typed, without its ending, with simplified characters. */
const waysToRead = (message: string): readonly string[] => {
  const tidy = tidyText(message);
  const bare = withoutEnding(tidy);
  return [...new Set([bare, tidy, simplifyCharacters(bare)])].filter((text) => text !== '');
};

/** Puts the reflected groups into `%1` … `%9`. A group that took no part leaves nothing behind. */
export const fillAnswer = (
  answer: string,
  groups: readonly (string | undefined)[],
  language: Language,
): string =>
  answer
    .replace(/%([1-9])/gu, (_, digit: string) =>
      reflect(withoutEnding(groups[Number(digit) - 1] ?? ''), language),
    )
    .replace(/\s+([,.!?])/gu, '$1')
    .trim();

const matchAny = (
  pair: DialoguePair,
  texts: readonly string[],
  match: MatchPattern,
): readonly (string | undefined)[] | undefined => {
  const pattern = tidyText(pair.pattern);
  for (const text of texts) {
    const groups = match(pattern, text);
    if (groups !== undefined) return groups;
  }
  return undefined;
};

/**
 * The answer of the first pair, by order, whose pattern matches the whole message.
 * Only enabled pairs of the message's language take part. `said`: see takeTurn.
 */
export const answerFromPairs = (
  message: string,
  language: Language,
  pairs: readonly DialoguePair[],
  match: MatchPattern,
  said: readonly string[],
): PairAnswer | undefined => {
  const texts = waysToRead(message);
  const usable = pairs
    .filter((pair) => pair.enabled && pair.language === language && pair.answers.length > 0)
    .sort((a, b) => a.order - b.order);
  for (const pair of usable) {
    const groups = matchAny(pair, texts, match);
    if (groups === undefined) continue;
    const filled = pair.answers.map((answer) => fillAnswer(answer, groups, language));
    const text = takeTurn(filled, said);
    if (text !== undefined && text !== '') return { pairId: pair.id, text };
  }
  return undefined;
};
