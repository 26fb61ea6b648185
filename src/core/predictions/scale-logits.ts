import type { Logistic } from './logistic.ts';
import { sigmoid } from './logit.ts';
import { fitStack } from './stack-logits.ts';

/** Platt's scaling (1999): what is said is sigmoid(shift + slope × logit). */
export type Scale = { readonly slope: number; readonly shift: number };

/** As the model says it. */
export const unscaled: Scale = { slope: 1, shift: 0 };

/** However little a model knows, who stands above whom stays as it said. */
const leastSlope = 0.05;

/** Halvings of the shift: between −40 and 40 to a millionth. */
const halvings = 26;

/** The shift at which as many are expected as there were, whatever the slope. */
const shiftFor = (slope: number, logits: ArrayLike<number>, labels: ArrayLike<number>): number => {
  let positives = 0;
  for (let row = 0; row < labels.length; row += 1) positives += labels[row] as number;
  let [low, high] = [-40, 40];
  for (let turn = 0; turn < halvings; turn += 1) {
    const middle = (low + high) / 2;
    let expected = 0;
    for (let row = 0; row < labels.length; row += 1)
      expected += sigmoid(slope * (logits[row] as number) + middle);
    if (expected < positives) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * Slope and shift by logits of rows the model had not learned from. Labels are 0 or 1. A generator that
 * yields between evaluations.
 */
export function* fitScale(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
): Generator<number, Scale> {
  const { weights, bias } = yield* fitStack([logits], labels);
  const slope = weights[0] ?? 0;
  // Shift and slope were found together: with another slope it is another shift.
  if (slope < leastSlope) return { slope: leastSlope, shift: shiftFor(leastSlope, logits, labels) };
  return { slope, shift: bias };
}

type Linear = Pick<Logistic, 'weights' | 'bias'>;

/** The same model with the scaling in its weights: nothing need be applied afterwards. */
export const scaleLogistic = ({ weights, bias }: Linear, { slope, shift }: Scale): Linear => ({
  weights: weights.map((weight) => slope * weight),
  bias: slope * bias + shift,
});
