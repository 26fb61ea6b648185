import type { Logistic } from './logistic.ts';
import { fitStack } from './stack-logits.ts';

/** Platt's scaling (1999): what is said is sigmoid(shift + slope × logit). */
export type Scale = { readonly slope: number; readonly shift: number };

/** However little a model knows, who stands above whom stays as it said. */
const leastSlope = 0.05;

/**
 * Slope and shift by logits of rows the model had not learned from. Labels are 0 or 1. A generator that
 * yields between evaluations.
 */
export function* fitScale(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
): Generator<number, Scale> {
  const { weights, bias } = yield* fitStack([logits], labels);
  return { slope: Math.max(leastSlope, weights[0] ?? 0), shift: bias };
}

type Linear = Pick<Logistic, 'weights' | 'bias'>;

/** The same model with the scaling in its weights: nothing need be applied afterwards. */
export const scaleLogistic = ({ weights, bias }: Linear, { slope, shift }: Scale): Linear => ({
  weights: weights.map((weight) => slope * weight),
  bias: slope * bias + shift,
});
