import { describe, expect, test } from 'vitest';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { drawQuality } from './draw-quality.ts';
import { bestCalls, planCalls } from './plan-calls.ts';
import type { Quality } from './quality.ts';

/** Every second of the best fifth buys, one in ten of the others. */
const shop = (rows: number, seed: number) => {
  const random = seededRandom(seed);
  const scores = Array.from({ length: rows }, () => (random() < 0.2 ? 0.5 : 0.1));
  return { scores, labels: scores.map((score) => (random() < score ? 1 : 0)) };
};

const qualityOf = (rows: number, seed: number): Quality => {
  const generator = drawQuality({ ...shop(rows, seed), baseRate: 0.18, seed });
  for (;;) {
    const step = generator.next();
    if (step.done === true) return step.value;
  }
};

describe('call so many, expect so many', () => {
  const seen = qualityOf(4000, 1);

  test('nobody called, nobody bought; everybody called, everybody who buys', () => {
    expect(planCalls(seen, 1000, 0)).toMatchObject({ calls: 0, hits: 0 });
    expect(planCalls(seen, 1000, 1000).hits).toBeCloseTo(1000 * (seen.gains.at(-1)?.hits ?? 0), 6);
    expect(planCalls(seen, 1000, 5000).calls).toBe(1000);
  });

  test('of 100 calls to the best fifth about 50 buy, and the word "give or take" is kept', () => {
    const kept = Array.from({ length: 100 }, (_, at) => {
      const { hits, error } = planCalls(qualityOf(600, mixSeed(2, at)), 1000, 100);
      const random = seededRandom(mixSeed(3, at));
      const bought = Array.from({ length: 100 }, () => random()).filter((one) => one < 0.5).length;
      return Math.abs(bought - hits) <= error;
    });
    expect(kept.filter(Boolean).length).toBeGreaterThanOrEqual(88);
    expect(planCalls(seen, 1000, 100).hits).toBeGreaterThan(45);
    expect(planCalls(seen, 1000, 100).hits).toBeLessThan(55);
  });

  test('20 hits of the best 20 are not a promise of 100 in 100', () => {
    const labels = Array.from({ length: 200 }, (_, row) => (row < 20 || row % 9 === 0 ? 1 : 0));
    const generator = drawQuality({
      scores: labels.map((_, row) => 1 - row / 201),
      labels,
      baseRate: 0.2,
      seed: 1,
    });
    let step = generator.next();
    while (step.done !== true) step = generator.next();
    const { hits, error } = planCalls(step.value, 1000, 100);
    expect(hits).toBeLessThan(96);
    expect(error).toBeGreaterThan(5);
    // One call is expected to go as the best twenty went, not as the best one.
    expect(planCalls(step.value, 1000, 1).hits).toBeCloseTo(hits / 100, 6);
  });

  test('a call that costs a fifth of a sale pays for the best fifth only', () => {
    const best = bestCalls(seen, 1000, { costOfCall: 20, worthOfSale: 100 });
    expect(best?.calls).toBe(200);
    expect(best?.brings).toBeGreaterThan(200 * 0.45 * 100 - 4000);
  });

  test('calls that cost nothing pay for everybody; those dearer than a sale for nobody', () => {
    expect(bestCalls(seen, 1000, { costOfCall: 0, worthOfSale: 100 })?.calls).toBe(1000);
    expect(bestCalls(seen, 1000, { costOfCall: 200, worthOfSale: 100 })).toBeUndefined();
  });
});
