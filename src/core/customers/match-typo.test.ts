import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachLike, wordLike } from './match-typo.ts';
import { emptyTexts, setText } from './text-blocks.ts';

const letters = fc.constantFrom('a', 'b', 'o', 'é', ' ', '-');
const word = fc.string({ unit: letters, minLength: 4, maxLength: 7 });

/** A word as somebody types who slips once, at a place and in one of four ways. */
const slipped = (typed: string, at: number, way: number): string => {
  const [before, here, after] = [typed.slice(0, at), typed.charAt(at), typed.slice(at + 1)];
  if (way === 0) return `${before}x${after}`;
  if (way === 1) return before + after;
  if (way === 2) return `${before}x${here}${after}`;
  return before + after.charAt(0) + here + after.slice(1);
};

const placesOf = (texts: readonly string[], typed: string): number[] => {
  const blocks = emptyTexts();
  texts.forEach((text, at) => {
    setText(blocks, at, text);
  });
  const places = new Set<number>();
  eachLike(blocks, typed, (place) => places.add(place));
  return [...places].sort((a, b) => a - b);
};

test('texts looked through together are found as each of them alone is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: letters, maxLength: 20 }), { minLength: 1, maxLength: 20 }),
      word,
      (texts, typed) => {
        const isLike = wordLike(typed);
        const alone = texts.flatMap((text, place) => (isLike(text) ? [place] : []));
        expect(placesOf(texts, typed)).toEqual(alone);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('a word is found wherever in it the slip is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'o', 'é'), minLength: 5, maxLength: 9 }),
      fc.nat({ max: 8 }),
      fc.nat({ max: 3 }),
      (right, at, way) => {
        const typed = slipped(right, Math.min(at, right.length - 1), way);
        expect(placesOf(['', `the ${right}er`, 'zzz'], typed)).toEqual([1]);
      },
    ),
    { numRuns: 1_000 },
  );
});
