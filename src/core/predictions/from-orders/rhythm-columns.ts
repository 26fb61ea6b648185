import {
  type BgNbd,
  chanceOfPurchase,
  expectedPurchases,
  type Rhythm,
  type Rhythms,
} from './bg-nbd.ts';
import type { Past } from './past-of-customer.ts';

/** What BG/NBD needs of a past, in days; several orders of one day are one purchase. */
export const rhythmOf = ({ days, asOf }: Past): Rhythm => {
  const first = days[0] ?? asOf;
  // The last day that was seen is the one before.
  return {
    repeats: Math.max(0, days.length - 1),
    last: (days.at(-1) ?? first) - first,
    age: asOf - 1 - first,
  };
};

/** Rhythms of pasts, those that are alike counted once. */
export const gatherRhythms = (pasts: readonly Past[]): Rhythms => {
  const weights = new Map<string, { readonly rhythm: Rhythm; weight: number }>();
  for (const past of pasts) {
    const rhythm = rhythmOf(past);
    const key = `${rhythm.repeats} ${rhythm.last} ${rhythm.age}`;
    const met = weights.get(key);
    if (met === undefined) weights.set(key, { rhythm, weight: 1 });
    else met.weight += 1;
  }
  const met = [...weights.values()];
  return {
    repeats: Float64Array.from(met, ({ rhythm }) => rhythm.repeats),
    last: Float64Array.from(met, ({ rhythm }) => rhythm.last),
    age: Float64Array.from(met, ({ rhythm }) => rhythm.age),
    weight: Float64Array.from(met, ({ weight }) => weight),
  };
};

/** Chance of an order and expected orders per past, within its horizon in days. */
export const predictRhythms = (
  model: BgNbd,
  pasts: readonly Past[],
  horizonOf: (past: Past) => number,
) => ({
  chance: Float64Array.from(pasts, (past) =>
    chanceOfPurchase(model, rhythmOf(past), horizonOf(past)),
  ),
  expected: Float64Array.from(pasts, (past) =>
    expectedPurchases(model, rhythmOf(past), horizonOf(past)),
  ),
});
