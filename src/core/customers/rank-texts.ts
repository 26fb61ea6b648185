import { collationKeys } from './collation-keys.ts';

/**
 * The place of each text in pinyin and alphabet order, NaN for an empty one; equal names share a
 * place. Ranks once made, a list sorts by them as by any number, in either direction.
 */
export const rankTexts = (texts: readonly string[]): Float64Array => {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  const keys = collationKeys(distinct);
  const order = Uint32Array.from(distinct.keys()).sort((a, b) => {
    const left = keys[a] as string;
    const right = keys[b] as string;
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const rankOf = new Map<string, number>();
  let rank = -1;
  let before: string | undefined;
  for (const at of order) {
    const key = keys[at] as string;
    if (key !== before) rank += 1;
    before = key;
    rankOf.set(distinct[at] as string, rank);
  }
  return Float64Array.from(texts, (text) => rankOf.get(text) ?? Number.NaN);
};
