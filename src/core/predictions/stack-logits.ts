import { sigmoid } from './logit.ts';
import { computeLogLoss } from './metrics.ts';
import { minimise } from './minimise.ts';

/** What a stack says: sigmoid(bias + Σ weight × logit). */
export type Stack = { readonly weights: readonly number[]; readonly bias: number };

/** Draws the weights towards equal shares, as this many rows would. */
const pull = 1;

/** Probabilities of a stack. `logits` has one list per member, all of the same length. */
export const applyStack = (
  { weights, bias }: Stack,
  logits: readonly ArrayLike<number>[],
): Float64Array => {
  const said = new Float64Array(logits[0]?.length ?? 0);
  for (let row = 0; row < said.length; row += 1) {
    let sum = bias;
    for (let member = 0; member < logits.length; member += 1)
      sum += (weights[member] ?? 0) * (logits[member]?.[row] ?? 0);
    said[row] = sigmoid(sum);
  }
  return said;
};

function* fitMembers(
  logits: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
): Generator<number, Stack> {
  const members = logits.length;
  const rows = labels.length;
  const objective = (place: Float64Array, gradient: Float64Array): number => {
    const weights = Array.from(place.subarray(0, members));
    const said = applyStack({ weights, bias: place[members] ?? 0 }, logits);
    gradient.fill(0);
    for (let row = 0; row < rows; row += 1) {
      const error = (said[row] as number) - (labels[row] as number);
      for (let member = 0; member < members; member += 1)
        (gradient[member] as number) += error * (logits[member]?.[row] as number);
      (gradient[members] as number) += error;
    }
    let loss = computeLogLoss(said, labels) * rows;
    weights.forEach((weight, member) => {
      loss += pull * (weight - 1 / members) ** 2;
      (gradient[member] as number) += 2 * pull * (weight - 1 / members);
    });
    for (let at = 0; at <= members; at += 1) (gradient[at] as number) /= rows;
    return loss / rows;
  };
  const start = new Float64Array(members + 1).fill(1 / members);
  start[members] = 0;
  const { place } = yield* minimise(objective, start);
  return { weights: Array.from(place.subarray(0, members)), bias: place[members] ?? 0 };
}

/**
 * Weights of a stack from logits of rows that none of its members had seen (Wolpert 1992; none below
 * zero, Breiman 1996): the member that would count against itself is left out and the rest fitted
 * anew. With one member this is Platt's scaling. Labels are 0 or 1.
 */
export function* fitStack(
  logits: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
): Generator<number, Stack> {
  const members = logits.map((_, member) => member);
  for (;;) {
    const fitted = yield* fitMembers(
      members.map((member) => logits[member] as ArrayLike<number>),
      labels,
    );
    const worst = fitted.weights.indexOf(Math.min(...fitted.weights));
    if (members.length > 1 && (fitted.weights[worst] ?? 0) < 0) {
      members.splice(worst, 1);
      continue;
    }
    const weights = logits.map((_, member) => {
      const at = members.indexOf(member);
      return at === -1 ? 0 : Math.max(0, fitted.weights[at] ?? 0);
    });
    return { weights, bias: fitted.bias };
  }
}
