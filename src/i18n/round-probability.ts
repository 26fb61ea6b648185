/**
 * A probability as it may be shown: rounded to 5 points, and never 0 or 1, because a prediction is
 * never certain (product.md, conventions for predictions). 0..1 in, 0.05..0.95 out.
 */
export const roundProbability = (probability: number): number => {
  const rounded = Math.round(probability * 20) / 20;
  return Math.min(0.95, Math.max(0.05, rounded));
};
