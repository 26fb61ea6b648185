import { foldText } from '#core/assistant/fold-text.ts';

/** What a text is made of, in two kinds that are weighed apart. */
export type TextFeatures = {
  /** Words, pairs of words, pairs with one left out; Chinese characters and pairs of them. */
  readonly words: readonly string[];
  /** Runs of 3 to 5 letters inside a word, its edges marked: typos and endings still share most. */
  readonly letters: readonly string[];
};

const runs = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

const lettersOf = (word: string): readonly string[] => {
  const marked = ` ${word} `;
  const found: string[] = [];
  for (let size = 3; size <= 5 && size <= marked.length; size++)
    for (let at = 0; at + size <= marked.length; at++)
      found.push(`c${marked.slice(at, at + size)}`);
  return found;
};

/** Splits a text into features. Chinese needs no segmenter: single characters and pairs do better. */
export const textFeatures = (text: string): TextFeatures => {
  const words = foldText(text).match(runs) ?? [];
  const features: string[] = words.length === 0 ? [] : [`s${words[0]}`];
  for (const [at, word] of words.entries()) {
    features.push(`w${word}`);
    const next = words[at + 1];
    if (next !== undefined) features.push(`p${word} ${next}`);
    const second = words[at + 2];
    if (second !== undefined) features.push(`g${word} ${second}`);
  }
  const letters = words.filter((word) => !/\p{Script=Han}/u.test(word)).flatMap(lettersOf);
  return { words: features, letters };
};
