import { fitPositive } from './fit-positive.ts';
import { gaussSeries } from './gauss-series.ts';
import { digamma, logGamma } from './log-gamma.ts';

/**
 * What BG/NBD knows of a customer, all in one unit of time: days with a purchase after the first
 * (`repeats`), when the last of them was (`last`) and how long the customer was watched (`age`), both
 * counted from the first purchase.
 */
export type Rhythm = { readonly repeats: number; readonly last: number; readonly age: number };

/** Rhythms column by column; `weight` customers share each. */
export type Rhythms = {
  readonly repeats: ArrayLike<number>;
  readonly last: ArrayLike<number>;
  readonly age: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
};

/** Purchases come at a gamma rate (shape r, scale α); after each a customer leaves with a beta chance. */
export type BgNbd = {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** What of the likelihood depends on the repeats alone: looked up instead of computed per customer. */
const perRepeats = (repeats: number, [r = 1, , a = 1, b = 1]: Float64Array) => ({
  level:
    logGamma(r + repeats) -
    logGamma(r) +
    logGamma(a + b) +
    logGamma(b + repeats) -
    logGamma(b) -
    logGamma(a + b + repeats),
  r: digamma(r + repeats) - digamma(r),
  a: digamma(a + b) - digamma(a + b + repeats),
  b: digamma(a + b) + digamma(b + repeats) - digamma(b) - digamma(a + b + repeats),
});

/** ln L of eq. 6 in Fader, Hardie and Lee 2005, written so that nothing overflows, and its slopes. */
const likelihoodOf =
  ({ repeats, last, age, weight }: Rhythms) =>
  (parameters: Float64Array, slopes: Float64Array): number => {
    const [r = 1, alpha = 1, a = 1, b = 1] = parameters;
    const known = new Map<number, ReturnType<typeof perRepeats>>();
    let sum = 0;
    for (let at = 0; at < repeats.length; at += 1) {
      const x = repeats[at] ?? 0;
      const w = weight[at] ?? 0;
      const part = known.get(x) ?? perRepeats(x, parameters);
      known.set(x, part);
      const toAge = alpha + (age[at] ?? 0);
      const toLast = alpha + (last[at] ?? 0);
      const stayed = -(r + x) * Math.log(toAge);
      const left = x === 0 ? -Infinity : Math.log(a / (b + x - 1)) - (r + x) * Math.log(toLast);
      const top = Math.max(stayed, left);
      const both = top + Math.log(Math.exp(stayed - top) + Math.exp(left - top));
      const gone = Math.exp(left - both);
      sum += w * (part.level + r * Math.log(alpha) + both);
      const here = (1 - gone) / toAge + gone / toLast;
      const logs = (1 - gone) * Math.log(toAge) + gone * Math.log(toLast);
      slopes[0] = (slopes[0] ?? 0) + w * (part.r + Math.log(alpha) - logs);
      slopes[1] = (slopes[1] ?? 0) + w * (r / alpha - (r + x) * here);
      slopes[2] = (slopes[2] ?? 0) + w * (part.a + gone / a);
      slopes[3] = (slopes[3] ?? 0) + w * (part.b - (x === 0 ? 0 : gone / (b + x - 1)));
    }
    return sum;
  };

const totalOf = (values: ArrayLike<number>, weight: ArrayLike<number>): number =>
  Array.from(weight).reduce((sum, w, at) => sum + w * (values[at] ?? 0), 0);

/**
 * BG/NBD by maximum likelihood (Fader, Hardie and Lee, "Counting Your Customers the Easy Way",
 * Marketing Science 24(2), 2005). A generator that yields between evaluations.
 */
export function* fitBgNbd(rhythms: Rhythms): Generator<number, BgNbd> {
  const customers = totalOf(rhythms.weight, new Float64Array(rhythms.weight.length).fill(1));
  const watched = totalOf(rhythms.age, rhythms.weight);
  const bought = totalOf(rhythms.repeats, rhythms.weight);
  // At the start the mean rate is the one seen.
  const scale = Math.min(1e4, Math.max(1e-3, watched / (bought + 1)));
  const { parameters } = yield* fitPositive(
    likelihoodOf(rhythms),
    [1, scale, 1, 2],
    Math.max(1, customers),
  );
  const [r = 1, alpha = 1, a = 1, b = 1] = parameters;
  return { r, alpha, a, b };
}

/** How probable it is that the customer has not left. Never rank by it: one purchase makes it 1. */
const chanceAlive = ({ r, alpha, a, b }: BgNbd, { repeats, last, age }: Rhythm): number => {
  if (repeats === 0) return 1;
  const odds = (a / (b + repeats - 1)) * ((alpha + age) / (alpha + last)) ** (r + repeats);
  return 1 / (1 + odds);
};

/** Probability of at least one purchase within `time` from now: nobody leaves before the next one. */
export const chanceOfPurchase = (model: BgNbd, rhythm: Rhythm, time: number): number => {
  const seen = model.alpha + rhythm.age;
  const silent = (seen / (seen + time)) ** (model.r + rhythm.repeats);
  return chanceAlive(model, rhythm) * (1 - silent);
};

/**
 * Expected purchases within `time` from now (eq. 10 of the paper). Its ₂F₁ goes through Euler's
 * transformation (Abramowitz and Stegun 15.3.3), whose series ends soon also for long times.
 */
export const expectedPurchases = (model: BgNbd, rhythm: Rhythm, time: number): number => {
  const { r, alpha, b } = model;
  // At a = 1 the formula is 0 / 0 with a limit: right beside it is as good.
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
  const x = rhythm.repeats;
  const z = time / (alpha + rhythm.age + time);
  const c = a + b + x - 1;
  const series = (1 - z) ** (a - 1) * gaussSeries(a + b - 1 - r, a - 1, c, z);
  return (c / (a - 1)) * (1 - series) * chanceAlive(model, rhythm);
};
