/** From here on Stirling's series is exact to the last digits of a double. */
const farEnough = 10;
const halfLogTwoPi = 0.9189385332046727;

/** Coefficients of 1/z, 1/z³, … : B₂ₖ / (2k (2k − 1)) (Abramowitz and Stegun 6.1.41). */
const logSeries = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
] as const;
/** Coefficients of 1/z², 1/z⁴, … : B₂ₖ / 2k (Abramowitz and Stegun 6.3.18). */
const derivativeSeries = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32_760,
  1 / 12,
] as const;

/** a₀ + a₁ w + a₂ w² + … */
const polynomial = (coefficients: readonly number[], w: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * w + coefficient, 0);

/** ln Γ(z) for z > 0: Stirling's series, after Γ(z) = Γ(z + 1) / z has carried z far enough. */
export const logGamma = (z: number): number => {
  let shifted = z;
  let product = 1;
  while (shifted < farEnough) {
    product *= shifted;
    shifted += 1;
  }
  const series = polynomial(logSeries, 1 / (shifted * shifted)) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series - Math.log(product);
};

/** ψ(z), the derivative of ln Γ, for z > 0. */
export const digamma = (z: number): number => {
  let shifted = z;
  let below = 0;
  while (shifted < farEnough) {
    below += 1 / shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  return Math.log(shifted) - 0.5 / shifted - square * polynomial(derivativeSeries, square) - below;
};
