import { seededRandom } from '#core/seeded-random.ts';

/**
 * Places of a background that stands for all customers scored: they are put in the order of their
 * score, cut in as many parts as rows are wanted, and one is drawn of each.
 */
export const pickBackground = (
  scored: readonly { readonly place: number; readonly probability: number }[],
  most: number,
  seed: number,
): number[] => {
  const random = seededRandom(seed);
  const sorted = scored.toSorted((a, b) => a.probability - b.probability || a.place - b.place);
  const parts = Math.min(most, sorted.length);
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * sorted.length) / parts);
    const to = Math.floor(((part + 1) * sorted.length) / parts);
    return sorted[from + Math.floor(random() * (to - from))]?.place ?? 0;
  });
};
