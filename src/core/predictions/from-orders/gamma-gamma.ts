import { fitPositive } from './fit-positive.ts';
import { digamma, logGamma } from './log-gamma.ts';

/** Customers with at least one purchase: how many, and their mean value (above 0). */
export type Spendings = { readonly purchases: ArrayLike<number>; readonly mean: ArrayLike<number> };

/** Values of a customer are gamma (shape p, own scale); the scales are gamma (shape q, scale v). */
export type GammaGamma = { readonly p: number; readonly q: number; readonly v: number };

/** ln L of eq. 1a in Fader and Hardie 2013, and its slopes. */
const likelihoodOf =
  ({ purchases, mean }: Spendings) =>
  ([p = 1, q = 1, v = 1]: Float64Array, slopes: Float64Array): number => {
    let sum = 0;
    for (let at = 0; at < purchases.length; at += 1) {
      const x = purchases[at] ?? 1;
      const m = mean[at] ?? 1;
      const shape = p * x + q;
      const all = Math.log(x * m + v);
      sum += logGamma(shape) - logGamma(p * x) - logGamma(q) + q * Math.log(v);
      sum += (p * x - 1) * Math.log(m) + p * x * Math.log(x) - shape * all;
      const turn = digamma(shape);
      slopes[0] = (slopes[0] ?? 0) + x * (turn - digamma(p * x) + Math.log(m * x) - all);
      slopes[1] = (slopes[1] ?? 0) + turn - digamma(q) + Math.log(v) - all;
      slopes[2] = (slopes[2] ?? 0) + q / v - shape / (x * m + v);
    }
    return sum;
  };

/**
 * Gamma-gamma by maximum likelihood (Fader, Hardie and Lee, "RFM and CLV", Journal of Marketing
 * Research 42, 2005; Fader and Hardie, "The Gamma-Gamma Model of Monetary Value", 2013). A generator
 * that yields between evaluations.
 */
export function* fitGammaGamma({ purchases, mean }: Spendings): Generator<number, GammaGamma> {
  const rows = Math.max(1, mean.length);
  // In units of the mean value, whatever the currency: the scale is the only thing that changes.
  const unit = Array.from(mean).reduce((sum, value) => sum + value, 0) / rows || 1;
  const scaled = Float64Array.from(mean, (value) => value / unit);
  const start = [2, 3, 1];
  const { parameters } = yield* fitPositive(likelihoodOf({ purchases, mean: scaled }), start, rows);
  const [p = 1, q = 1, v = 1] = parameters;
  return { p, q, v: v * unit };
}

/** Expected value of a purchase: between the customer's own mean and everybody's. */
export const expectedValue = (
  { p, q, v }: GammaGamma,
  { purchases, mean }: { readonly purchases: number; readonly mean: number },
): number =>
  // Without a finite mean of all (q ≤ 1) a customer's own is all there is to go by.
  p * purchases + q <= 1 ? mean : (p * (v + purchases * mean)) / (p * purchases + q - 1);
