import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import type { FeatureMatrix } from './encode-rows.ts';
import { fitLogistic, predictLogistic } from './logistic.ts';
import { minimise } from './minimise.ts';

const finish = <T>(generator: Generator<unknown, T>): T => {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
};

const plant = (rows: number, weights: readonly number[], bias: number, seed: number) => {
  const random = seededRandom(seed);
  const width = weights.length;
  const values = Float32Array.from({ length: rows * width }, () => normalFrom(random));
  const labels = Array.from({ length: rows }, (_, row) => {
    const logit = weights.reduce((sum, w, at) => sum + w * (values[row * width + at] ?? 0), bias);
    return random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
  });
  const matrix: FeatureMatrix = { rows, width, values };
  return { matrix, labels };
};

test('the planted weights are found again', () => {
  const { matrix, labels } = plant(20_000, [1.5, -0.7, 0], -1, 3);
  const fitted = finish(fitLogistic(matrix, labels));
  expect(fitted.converged).toBe(true);
  expect(Math.abs((fitted.weights[0] ?? 0) - 1.5)).toBeLessThan(0.08);
  expect(Math.abs((fitted.weights[1] ?? 0) + 0.7)).toBeLessThan(0.08);
  expect(Math.abs(fitted.weights[2] ?? 1)).toBeLessThan(0.05);
});

test('at the minimum the said probabilities add up to what happened', () => {
  const { matrix, labels } = plant(500, [2, 1], 0.5, 4);
  const said = predictLogistic(finish(fitLogistic(matrix, labels)), matrix);
  const total = said.reduce((sum, p) => sum + p, 0);
  expect(total / labels.reduce((sum: number, y) => sum + y, 0)).toBeCloseTo(1, 3);
});

test('answers that a line separates keep the weights finite, and twin inputs share the weight', () => {
  const values = Float32Array.from([-1, -1, -1, -1, 1, 1, 1, 1]);
  const fitted = finish(fitLogistic({ rows: 4, width: 2, values }, [0, 0, 1, 1]));
  expect(fitted.weights.every((weight) => Number.isFinite(weight) && weight < 5)).toBe(true);
  expect(fitted.weights[0]).toBeCloseTo(fitted.weights[1] ?? 0, 6);
});

test('minimise finds the bottom of a narrow valley', () => {
  const bowl = (place: Float64Array, gradient: Float64Array) => {
    const [x = 0, y = 0] = place;
    gradient.set([2 * (x - 3), 2000 * (y + 1)]);
    return (x - 3) ** 2 + 1000 * (y + 1) ** 2;
  };
  const { place, converged } = finish(minimise(bowl, new Float64Array(2)));
  expect(converged).toBe(true);
  expect([...place].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([3, -1]);
});
