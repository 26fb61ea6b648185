import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { predictLogistic } from './logistic.ts';
import { logitOf, sigmoid } from './logit.ts';
import { fitScale, type Scale, scaleLogistic } from './scale-logits.ts';

const scaled = (logits: readonly number[], labels: readonly number[]): Scale => {
  const fitting = fitScale(logits, labels);
  for (;;) {
    const step = fitting.next();
    if (step.done === true) return step.value;
  }
};

const random = seededRandom(4);
const truths = Array.from({ length: 20_000 }, () => 1.2 * normalFrom(random) - 1);
const labels = truths.map((logit) => (random() < sigmoid(logit) ? 1 : 0));

test('a model that is too sure is told so, and one that is right is left alone', () => {
  const boasting = scaled(
    truths.map((logit) => 2 * logit + 1),
    labels,
  );
  expect(boasting.slope).toBeCloseTo(0.5, 1);
  expect(boasting.shift).toBeCloseTo(-0.5, 1);
  const right = scaled(truths, labels);
  expect(right.slope).toBeCloseTo(1, 1);
  expect(right.shift).toBeCloseTo(0, 1);
});

test('a model that knows nothing, or the contrary, keeps its order', () => {
  const wrong = scaled(
    truths.map((logit) => -logit),
    labels,
  );
  expect(wrong.slope).toBe(0.05);
  const expected = truths.reduce((sum, logit) => sum + sigmoid(wrong.shift - 0.05 * logit), 0);
  const happened = labels.reduce<number>((sum, label) => sum + label, 0);
  expect(expected / happened).toBeCloseTo(1, 4);
});

test('the scaling in the weights is the scaling of what is said', () => {
  const model = { weights: Float64Array.of(0.7, -1.3), bias: 0.4 };
  const matrix = { rows: 2, width: 2, values: Float32Array.of(1, 2, -0.5, 0.25) };
  const scale = { slope: 0.6, shift: -0.2 };
  const said = predictLogistic(model, matrix);
  const after = predictLogistic(scaleLogistic(model, scale), matrix);
  said.forEach((one, row) => {
    expect(after[row]).toBeCloseTo(sigmoid(scale.shift + scale.slope * logitOf(one)), 6);
  });
});
