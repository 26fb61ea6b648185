import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { compareLosses } from './compare-losses.ts';
import { foldRows, groupEqualRows } from './fold-rows.ts';
import { computeEce, computeLogLoss } from './metrics.ts';
import { normalQuantile } from './normal-quantile.ts';
import { applyStack, fitStack } from './stack-logits.ts';

const random = seededRandom(7);
const truth = Float64Array.from({ length: 4000 }, () => 1.5 * normalFrom(random) - 1);
const labels = truth.map((logit) => (random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0));
const noisy = truth.map((logit) => logit + normalFrom(random));
const other = truth.map((logit) => logit + normalFrom(random));
const against = truth.map((logit) => -logit);

const finish = <T>(generator: Generator<unknown, T>): T => {
  for (;;) {
    const step = generator.next();
    if (step.done === true) return step.value;
  }
};

test('a logit that is twice too sure is halved', () => {
  const { weights, bias } = finish(fitStack([truth.map((logit) => 2 * logit)], labels));
  expect(weights[0]).toBeCloseTo(0.5, 1);
  expect(bias).toBeCloseTo(0, 0);
});

test('two members that err differently say more together than each alone', () => {
  const stack = finish(fitStack([noisy, other], labels));
  const alone = applyStack(finish(fitStack([noisy], labels)), [noisy]);
  const together = applyStack(stack, [noisy, other]);
  expect(computeLogLoss(together, labels)).toBeLessThan(computeLogLoss(alone, labels));
  expect(computeEce(together, labels)).toBeLessThan(0.03);
  const gain = compareLosses(alone, together, labels);
  expect(gain.mean).toBeGreaterThan(2 * gain.error);
});

test('a member that speaks against the truth is left out, never turned round', () => {
  const { weights } = finish(fitStack([noisy, against], labels));
  expect(weights[1]).toBe(0);
  expect(weights[0]).toBeGreaterThan(0.3);
});

test('equal rows lie in one fold, and both answers in every fold', () => {
  const values = Array.from({ length: 600 }, (_, row) => row % 200);
  const column = { name: 'x', type: 'number', learnable: true, values } as const;
  const rows = Uint32Array.from({ length: 600 }, (_, row) => row);
  const answers = rows.map((row) => (row % 200 < 40 ? 1 : 0));
  const folds = foldRows(answers, groupEqualRows([column], rows), 5, 1);
  for (let row = 0; row < 200; row += 1) {
    expect(folds[row + 200]).toBe(folds[row]);
    expect(folds[row + 400]).toBe(folds[row]);
  }
  for (let fold = 0; fold < 5; fold += 1) {
    const inFold = rows.filter((row) => folds[row] === fold);
    expect(inFold).toHaveLength(120);
    expect(inFold.filter((row) => answers[row] === 1)).toHaveLength(24);
  }
});

test('normal quantiles are those of the tables', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 5);
  expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807, 4);
});
