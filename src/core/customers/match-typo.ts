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

const hasWord = (text: string, typed: string): boolean => {
  let isInside = false;
  for (let at = 0; at <= text.length - typed.length + 1; at += 1) {
    const isWord = isWordUnit(text.charCodeAt(at));
    if (isWord && !isInside && continuesWith(text, at, typed)) return true;
    isInside = isWord;
  }
  return false;
};

/**
 * One slip leaves one half of a word as it is, or has swapped the two letters in the middle: a text
 * with none of these parts need not be looked at. Empty for a word that must be typed as it is.
 */
export const slipParts = (typed: string): readonly string[] => {
  if (typed.length < fewestLetters) return [];
  const middle = Math.floor(typed.length / 2);
  const start = typed.slice(0, middle);
  const end = typed.slice(middle);
  return [start, end, start.slice(0, -1) + end.charAt(0) + start.slice(-1) + end.slice(1)];
};

/** A test whether a word of a folded text begins with what was typed, one slip allowed. */
export const wordLike = (typed: string): ((text: string) => boolean) => {
  const parts = slipParts(typed);
  return (text) => parts.some((part) => text.includes(part)) && hasWord(text, typed);
};
