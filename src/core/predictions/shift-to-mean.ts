import { logitOf, sigmoid } from './logit.ts';

const meanOf = (logits: Float64Array, shift: number): number =>
  logits.reduce((sum, logit) => sum + sigmoid(logit + shift), 0) / Math.max(1, logits.length);

const furthest = 10;

/** Moves all logits by one number so that the probabilities have this mean: the ranking stays. */
export const shiftToMean = (
  probabilities: Float32Array,
  mean: number,
): Float32Array<ArrayBuffer> => {
  const logits = Float64Array.from(probabilities, (one) => logitOf(one));
  let low = -furthest;
  let high = furthest;
  for (let halving = 0; halving < 50; halving += 1) {
    const middle = (low + high) / 2;
    if (meanOf(logits, middle) < mean) low = middle;
    else high = middle;
  }
  return Float32Array.from(logits, (logit) => sigmoid(logit + low));
};
