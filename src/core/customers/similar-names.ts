import { foldText } from './fold-text.ts';

/** Legal forms that are written or left out as one pleases. */
const legalForms = new Set(
  'ab ag as bv co company corp corporation gmbh inc incorporated kg kk llc llp ltd limited nv oy plc pte pty sa sarl sas se spa srl the'.split(
    ' ',
  ),
);

/** The same in Chinese, the longer ones first: they end a name without a space before them. */
const chineseForms = /(?:股份有限公司|有限责任公司|有限公司|集团公司|分公司|公司|集团)$/u;

const wordsOf = (name: string): string[] =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * What a name says without case, accents, signs, legal form and order of words: `The River Co., Ltd.`
 * and `RIVER` are one, and so are 北京华联有限公司 and 北京华联. A name of legal forms only stays whole.
 */
export const coreName = (name: string): string => {
  const words = wordsOf(name);
  const kept = words.filter((word) => !legalForms.has(word));
  const core = (kept.length === 0 ? words : kept).sort().join('');
  const short = core.replace(chineseForms, '');
  return short === '' ? core : short;
};

/** Letters that are different, missing or swapped between two texts; stops counting above `most`. */
export const countTypos = (a: string, b: string, most: number): number => {
  // Optimal string alignment (Damerau 1964), one row at a time.
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let earlier: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      const step = Math.min(
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + differs,
      );
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(step, (earlier[j - 2] ?? 0) + 1) : step);
    }
    if (Math.min(...row) > most) return most + 1;
    earlier = before;
    before = row;
  }
  return before[b.length] ?? 0;
};

/** How many typos two names of this length may differ by and still be taken for one. */
const allowedTypos = (length: number): number => (length < 5 ? 0 : length < 10 ? 1 : 2);

const digitsOf = (text: string) => text.replace(/\D/gu, '');

/** Whether two core names differ by a slip at most. `Store 12` and `Store 13` are two. */
export const isSimilarName = (a: string, b: string): boolean => {
  const allowed = allowedTypos(Math.min(a.length, b.length));
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return false;
  return countTypos(a, b, allowed) <= allowed && digitsOf(a) === digitsOf(b);
};
