import type { FeatureMatrix } from './encode-rows.ts';
import { sigmoid } from './logit.ts';
import { minimise } from './minimise.ts';

/** Weights per input and a constant, in logits. */
export type Logistic = {
  readonly weights: Float64Array;
  readonly bias: number;
  readonly converged: boolean;
};

/** log(1 + e^logit) without overflow. */
const softplus = (logit: number): number =>
  Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));

const logitAt = (
  { values, width }: FeatureMatrix,
  row: number,
  place: Float64Array,
  bias: number,
): number => {
  let logit = bias;
  const start = row * width;
  for (let input = 0; input < width; input += 1)
    logit += (values[start + input] ?? 0) * (place[input] ?? 0);
  return logit;
};

/**
 * Ridge logistic regression: Σ −log p + ½ ridge ‖weights‖², the constant free of it (ridge 1 is
 * scikit-learn's C = 1). A generator that yields between evaluations.
 */
export function* fitLogistic(
  matrix: FeatureMatrix,
  labels: ArrayLike<number>,
  ridge = 1,
): Generator<number, Logistic> {
  const { rows, width, values } = matrix;
  // Everything is divided by the rows, so that the tolerance means the same for any table.
  const objective = (place: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    for (let row = 0; row < rows; row += 1) {
      const logit = logitAt(matrix, row, place, place[width] ?? 0);
      const label = labels[row] ?? 0;
      loss += softplus(logit) - label * logit;
      const error = sigmoid(logit) - label;
      const start = row * width;
      for (let input = 0; input < width; input += 1)
        gradient[input] = (gradient[input] ?? 0) + error * (values[start + input] ?? 0);
      gradient[width] = (gradient[width] ?? 0) + error;
    }
    for (let input = 0; input < width; input += 1) {
      const weight = place[input] ?? 0;
      loss += (ridge / 2) * weight * weight;
      gradient[input] = (gradient[input] ?? 0) + ridge * weight;
    }
    for (let at = 0; at <= width; at += 1) gradient[at] = (gradient[at] ?? 0) / rows;
    return loss / rows;
  };
  const { place, converged } = yield* minimise(objective, new Float64Array(width + 1));
  return { weights: place.slice(0, width), bias: place[width] ?? 0, converged };
}

/** Probability per row. */
export const predictLogistic = (
  { weights, bias }: Pick<Logistic, 'weights' | 'bias'>,
  matrix: FeatureMatrix,
): Float32Array<ArrayBuffer> => {
  const probabilities = new Float32Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1)
    probabilities[row] = sigmoid(logitAt(matrix, row, weights, bias));
  return probabilities;
};
