import type { Traits } from '#core/customers/likeness.ts';
import { isSimilarName } from '#core/customers/similar-names.ts';

/** Shorter names are compared exactly only. */
const shortest = 5;

/** Places fit into 20 bits beside a hash of 32: both together are a whole number of a double. */
const placeBits = 2 ** 20;

const factor = 0x01000193;

/** A polynomial hash of a text, 32 bits, from a start. */
const hashOf = (text: string, start: number): number => {
  let hash = start;
  for (let at = 0; at < text.length; at += 1)
    hash = (Math.imul(hash, factor) + text.charCodeAt(at)) | 0;
  return hash;
};

/** Hashes of a name and of the name without each one of its letters, within its town. */
const hashesOf = ({ name, city }: Traits, take: (hash: number) => void): void => {
  let before = hashOf(city, 17);
  take(hashOf(name, before));
  for (let at = 0; at < name.length; at += 1) {
    take(hashOf(name.slice(at + 1), before));
    before = (Math.imul(before, factor) + name.charCodeAt(at)) | 0;
  }
};

/** Different names of each town by the first customer that has them. */
const listNames = (traits: readonly (Traits | undefined)[]): number[] => {
  const seen = new Set<string>();
  const firsts: number[] = [];
  traits.forEach((one, ord) => {
    if (one === undefined || one.name.length < shortest) return;
    const key = `${one.city}\n${one.name}`;
    if (!seen.has(key)) firsts.push(ord);
    seen.add(key);
  });
  return firsts.slice(0, placeBits);
};

/** Sorted: names that share a hash stand together. */
const sortHashes = (traits: readonly (Traits | undefined)[], firsts: readonly number[]) => {
  let count = 0;
  for (const ord of firsts) count += (traits[ord]?.name.length ?? 0) + 1;
  const keys = new Float64Array(count);
  let next = 0;
  firsts.forEach((ord, place) => {
    hashesOf(traits[ord] as Traits, (hash) => {
      keys[next] = (hash >>> 0) * placeBits + place;
      next += 1;
    });
  });
  return keys.sort();
};

/**
 * Pairs of places (ord) whose names differ by one slip in the same town: a letter changed, missing, too
 * many, or swapped with its neighbour. Two such names become equal when each loses one letter (the
 * symmetric delete of SymSpell), so only names that share such a rest are compared.
 */
export const findNearNames = function* (
  traits: readonly (Traits | undefined)[],
): Generator<readonly [number, number]> {
  const firsts = listNames(traits);
  const keys = sortHashes(traits, firsts);
  const nameAt = (at: number) => firsts[(keys[at] ?? 0) % placeBits] as number;
  for (let from = 0, to = 1; from < keys.length; from = to, to += 1) {
    const hash = Math.floor((keys[from] ?? 0) / placeBits);
    while (to < keys.length && Math.floor((keys[to] ?? 0) / placeBits) === hash) to += 1;
    for (let i = from; i < to; i += 1)
      for (let j = i + 1; j < to; j += 1) {
        const [a, b] = [nameAt(i), nameAt(j)];
        if (a !== b && isSimilarName(traits[a]?.name ?? '', traits[b]?.name ?? '')) yield [a, b];
      }
  }
};
