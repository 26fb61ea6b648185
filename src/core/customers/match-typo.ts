import { eachAt, type TextBlocks } from './text-blocks.ts';

/** Words shorter than this must be typed as they are. */
export const fewestLetters = 4;

/**
 * Whether the text goes on, from a place, with what was typed but for one slip: a wrong, missing,
 * doubled or swapped letter. The word in the text may be longer: people search while they type.
 */
const continuesWith = (text: string, from: number, typed: string): boolean => {
  const { length } = typed;
  let at = 0;
  while (at < length && text.charCodeAt(from + at) === typed.charCodeAt(at)) at += 1;
  if (at === length) return true;
  const here = from + at;
  const rest = typed.slice(at + 1);
  if (text.startsWith(rest, here + 1) || text.startsWith(rest, here)) return true;
  if (text.startsWith(typed.slice(at), here + 1)) return true;
  return (
    text.charCodeAt(here) === typed.charCodeAt(at + 1) &&
    text.charCodeAt(here + 1) === typed.charCodeAt(at) &&
    text.startsWith(typed.slice(at + 2), here + 2)
  );
};

/** Letters, digits and everything beyond ASCII belong to a word. */
const isWordUnit = (unit: number) =>
  unit > 127 || (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);

const startsWord = (text: string, at: number): boolean =>
  isWordUnit(text.charCodeAt(at)) && !isWordUnit(text.charCodeAt(at - 1));

/** A part of a word that one slip leaves as it is, and how far after its beginning it may stand. */
type Anchor = { readonly part: string; readonly least: number; readonly most: number };

/** One slip leaves one half of a word as it is, or has swapped the two letters in the middle. */
const anchorsOf = (typed: string): readonly Anchor[] => {
  if (typed.length < fewestLetters) return [];
  const middle = Math.floor(typed.length / 2);
  const start = typed.slice(0, middle);
  const end = typed.slice(middle);
  const swapped = start.slice(0, -1) + end.charAt(0) + start.slice(-1) + end.slice(1);
  return [
    { part: start, least: 0, most: 0 },
    // A letter before it may be missing, or one too many.
    { part: end, least: middle - 1, most: middle + 1 },
    { part: swapped, least: 0, most: 0 },
  ];
};

/** A test whether a word of a folded text begins with what was typed, one slip allowed. */
export const wordLike = (typed: string): ((text: string) => boolean) => {
  const anchors = anchorsOf(typed);
  return (text) => {
    if (!anchors.some(({ part }) => text.includes(part))) return false;
    for (let at = 0; at <= text.length - typed.length + 1; at += 1)
      if (startsWord(text, at) && continuesWith(text, at, typed)) return true;
    return false;
  };
};

/**
 * Calls `take` for every text a word of which begins with what was typed, one slip allowed: once or
 * several times. Only where a half of the word stands is looked closer. `blocksApart`: see `eachAt`.
 */
export const eachLike = (
  blocks: TextBlocks,
  typed: string,
  take: (place: number) => void,
  blocksApart = 1,
): void => {
  for (const { part, least, most } of anchorsOf(typed)) {
    const look = (place: number, at: number) => {
      const text = blocks.texts[place] as string;
      for (let from = at - most; from <= at - least; from += 1)
        if (startsWord(text, from) && continuesWith(text, from, typed)) {
          take(place);
          return false;
        }
      return true;
    };
    eachAt(blocks, part, look, blocksApart);
  }
};
