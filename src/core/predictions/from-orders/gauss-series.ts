const mostTerms = 100_000;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0, by its series
 * (Abramowitz and Stegun 15.1.1). Each term comes from the one before, so nothing overflows.
 */
export const gaussSeries = (a: number, b: number, c: number, z: number): number => {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < mostTerms; n += 1) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    // Early terms may grow before they shrink: only a shrinking speck ends the sum.
    const shrinks = Math.abs((a + n) * (b + n) * z) < Math.abs((c + n) * (n + 1));
    if (shrinks && Math.abs(term) <= 1e-16 * Math.abs(sum)) break;
  }
  return sum;
};
