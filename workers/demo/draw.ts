import { normalFrom, type Random } from '#core/seeded-random.ts';

/** One of a list, each as likely. */
export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

/** One of a list, by weight. */
export const pickWeighted = <T extends { readonly weight: number }>(
  random: Random,
  list: readonly T[],
): T => {
  let left = random() * list.reduce((sum, { weight }) => sum + weight, 0);
  for (const item of list) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return list.at(-1) as T;
};

export const chance = (random: Random, share: number): boolean => random() < share;

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** exp of a normal deviate: most near 1, a few far above. */
export const lognormal = (random: Random, deviation: number): number =>
  Math.exp(normalFrom(random) * deviation);

/** How many events happen when `mean` are expected (Knuth; for means up to some tens). */
export const poisson = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
};
