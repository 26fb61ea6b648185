import { simplifyCharacters } from './zh/traditional-characters.ts';

const quotes: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ`´]/gu, "'"],
  [/[“”«»„]/gu, '"'],
  [/[‐-―−]/gu, '-'],
];

/**
 * Makes one writing of a message out of many, and keeps its case: NFKC (full width to half width,
 * ligatures apart), one kind of quote and dash, single spaces.
 */
export const tidyText = (text: string): string => {
  let tidy = text.normalize('NFKC');
  for (const [from, to] of quotes) tidy = tidy.replace(from, to);
  return tidy.replace(/\s+/gu, ' ').trim();
};

/** Takes off what a sentence ends with: `when?!` -> `when`. */
export const withoutEnding = (text: string): string =>
  text.replace(/[\s.!?。!?…~,、;:]+$/u, '').replace(/^[\s,、.。]+/u, '');

/** The form two texts are compared in: tidy, lower case, traditional characters as simplified. */
export const foldText = (text: string): string => simplifyCharacters(tidyText(text).toLowerCase());
