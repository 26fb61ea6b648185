import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binProbabilities } from './calibration.ts';
import { computeAuc, computeEce, computeLift, computeLogLoss, computeMetrics } from './metrics.ts';

const table = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((rows) => ({ scores: rows.map(([s]) => s / 20), labels: rows.map(([, y]) => y) }));

/** The definition, pair by pair. */
const aucByPairs = (scores: readonly number[], labels: readonly number[]) => {
  let wins = 0;
  let pairs = 0;
  for (const [a, up] of labels.entries())
    for (const [b, down] of labels.entries()) {
      if (up !== 1 || down !== 0) continue;
      pairs += 1;
      const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
      wins += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    }
  return pairs === 0 ? 0.5 : wins / pairs;
};

describe('figures of a model', () => {
  test('the area under the curve is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(table, ({ scores, labels }) => {
        expect(computeAuc(scores, labels)).toBeCloseTo(aucByPairs(scores, labels), 10);
      }),
    );
  });

  test('the area turns round when the answers do', () => {
    fc.assert(
      fc.property(table, ({ scores, labels }) => {
        const turned = labels.map((label) => 1 - label);
        expect(computeAuc(scores, labels) + computeAuc(scores, turned)).toBeCloseTo(1, 10);
      }),
    );
  });

  test('saying the base rate to everybody is calibrated, and no better than chance', () => {
    const labels = Array.from({ length: 100 }, (_, row) => (row < 20 ? 1 : 0));
    const scores = labels.map(() => 0.2);
    const figures = computeMetrics(scores, labels);
    expect(figures).toMatchObject({ auc: 0.5, accuracy: 0.8, rows: 100, positives: 20 });
    expect(figures.ece).toBeCloseTo(0);
    expect(figures.lift10).toBeCloseTo(1);
    expect(figures.logLoss).toBeCloseTo(-(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8)));
  });

  test('who ranks every buyer on top finds as many times more as there can be', () => {
    const labels = Array.from({ length: 100 }, (_, row) => (row < 10 ? 1 : 0));
    const scores = labels.map((label) => (label === 1 ? 0.9 : 0.1));
    expect(computeLift(scores, labels, 0.1)).toBeCloseTo(10);
    expect(computeAuc(scores, labels)).toBe(1);
  });

  test('being sure and wrong costs much but never infinitely much', () => {
    expect(computeLogLoss([1], [0])).toBeGreaterThan(30);
    expect(Number.isFinite(computeLogLoss([1, 0], [0, 1]))).toBe(true);
  });

  test('calibration bins hold every row once', () => {
    fc.assert(
      fc.property(table, ({ scores, labels }) => {
        const bins = binProbabilities(scores, labels);
        expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(labels.length);
        expect(computeEce(scores, labels)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
