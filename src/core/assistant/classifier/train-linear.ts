import { seededRandom } from '#core/seeded-random.ts';
import type { SparseVector } from './vectorise.ts';

/** One linear score per class: score[c] = bias[c] + Σ weights[place × classes + c] × value. */
export type LinearModel = {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

const passes = 8;
/** Texts between two breaths (fractions yielded): far below the 200 ms a cancel may take. */
const textsPerStep = 32;
/** 1 / (2C) of the squared hinge loss with C = 1. */
const ridge = 0.5;

/** Scores of a text for every class, written into `scores`. */
export const scoreClasses = (
  model: LinearModel,
  vector: SparseVector,
  scores: Float32Array,
): void => {
  const { classes, weights, bias } = model;
  scores.set(bias);
  for (const [at, place] of vector.places.entries()) {
    const value = vector.values[at] ?? 0;
    const row = place * classes;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] ?? 0) + (weights[row + c] ?? 0) * value;
  }
};

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
};

const squaredLength = ({ values }: SparseVector): number =>
  values.reduce((sum, value) => sum + value * value, 1);

const addStep = (model: LinearModel, vector: SparseVector, c: number, step: number): void => {
  model.bias[c] = (model.bias[c] ?? 0) + step;
  for (const [at, place] of vector.places.entries()) {
    const slot = place * model.classes + c;
    model.weights[slot] = (model.weights[slot] ?? 0) + (vector.values[at] ?? 0) * step;
  }
};

/**
 * One-against-the-rest support vector machines with squared hinge loss, all classes at once, by dual
 * coordinate descent (Hsieh, Chang, Lin, Keerthi and Sundararajan, ICML 2008, algorithm 1).
 * `labels`: class of each vector; `width`: number of features. Yields the share done, 0..1.
 */
export function* trainLinear(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  classes: number,
  width: number,
  seed: number,
): Generator<number, LinearModel> {
  const model: LinearModel = {
    classes,
    weights: new Float32Array(width * classes),
    bias: new Float32Array(classes),
  };
  const duals = new Float32Array(vectors.length * classes);
  const lengths = vectors.map(squaredLength);
  const order = Uint32Array.from(vectors, (_, at) => at);
  const scores = new Float32Array(classes);
  const random = seededRandom(seed);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const [done, at] of order.entries()) {
      if (done % textsPerStep === 0) yield (pass + done / order.length) / passes;
      const vector = vectors[at];
      if (vector === undefined) continue;
      scoreClasses(model, vector, scores);
      for (let c = 0; c < classes; c++) {
        const sign = c === labels[at] ? 1 : -1;
        const dual = duals[at * classes + c] ?? 0;
        const slope = sign * (scores[c] ?? 0) - 1 + ridge * dual;
        const next = Math.max(0, dual - slope / ((lengths[at] ?? 1) + ridge));
        if (next === dual) continue;
        duals[at * classes + c] = next;
        addStep(model, vector, c, (next - dual) * sign);
      }
    }
  }
  return model;
}
