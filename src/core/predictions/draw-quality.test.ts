import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixSeed, normalFrom, seededRandom } from '#core/seeded-random.ts';
import { drawQuality, type Scored } from './draw-quality.ts';
import { computeAuc, computeLift, computeLogLoss } from './metrics.ts';
import type { Quality } from './quality.ts';

const draw = (part: Partial<Scored> & Pick<Scored, 'scores' | 'labels'>): Quality => {
  const generator = drawQuality({ baseRate: 0.3, seed: 1, ...part });
  for (;;) {
    const step = generator.next();
    if (step.done === true) return step.value;
  }
};

/** Scores that are right: it happens as often as they say. The steeper, the more they tell apart. */
const honest = (rows: number, steep: number, seed: number) => {
  const random = seededRandom(seed);
  const scores = Array.from(
    { length: rows },
    () => 1 / (1 + Math.exp(1 - steep * normalFrom(random))),
  );
  const labels = scores.map((score) => (random() < score ? 1 : 0));
  return { scores, labels };
};

const table = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 5,
    maxLength: 60,
  })
  .map((rows) => ({ scores: rows.map(([s]) => s / 20), labels: rows.map(([, y]) => y) }));

describe('how sure the figures are', () => {
  test('the figures are those of the rows themselves, and lie in their intervals', () => {
    fc.assert(
      fc.property(table, ({ scores, labels }) => {
        const { auc, logLoss, lift10, lift50 } = draw({ scores, labels });
        expect(auc.value).toBeCloseTo(computeAuc(scores, labels), 10);
        expect(logLoss.value).toBeCloseTo(computeLogLoss(scores, labels), 10);
        expect(lift10.value).toBeCloseTo(computeLift(scores, labels, 0.1), 10);
        expect(lift50.value).toBeCloseTo(computeLift(scores, labels, 0.5), 10);
        for (const { low, value, high } of [auc, logLoss, lift10, lift50]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('in about 95 of 100 shops the truth lies between low and high', () => {
    const { scores, labels } = honest(200_000, 1.2, 99);
    const truth = { auc: computeAuc(scores, labels), lift20: computeLift(scores, labels, 0.2) };
    const shops = Array.from({ length: 100 }, (_, at) => draw(honest(400, 1.2, mixSeed(7, at))));
    const inside = (name: 'auc' | 'lift20') =>
      shops.filter((shop) => shop[name].low <= truth[name] && truth[name] <= shop[name].high)
        .length;
    expect(inside('auc')).toBeGreaterThanOrEqual(88);
    expect(inside('lift20')).toBeGreaterThanOrEqual(88);
  });

  test('where nothing is known the interval of the area holds one half in about 95 of 100 shops', () => {
    const found = Array.from({ length: 100 }, (_, at) => {
      const { scores } = honest(400, 1, mixSeed(8, at));
      const random = seededRandom(mixSeed(9, at));
      return draw({ scores, labels: scores.map(() => (random() < 0.3 ? 1 : 0)) });
    });
    expect(found.filter(({ auc }) => auc.low > 0.5).length).toBeLessThanOrEqual(7);
    expect(found.filter(({ overBase }) => overBase.mean > overBase.error).length).toBe(0);
  });

  test('a row that stands four times makes nobody surer when its copies are drawn together', () => {
    const { scores, labels } = honest(300, 1, 3);
    const four = <T>(values: readonly T[]) =>
      values.flatMap((value) => [value, value, value, value]);
    const once = draw({ scores, labels });
    const owners = four(scores.map((_, row) => row));
    const together = draw({ scores: four(scores), labels: four(labels), owners });
    const apart = draw({ scores: four(scores), labels: four(labels) });
    const width = ({ auc }: Quality) => auc.high - auc.low;
    expect(together.units).toBe(300);
    expect(width(together) / width(once)).toBeGreaterThan(0.8);
    expect(width(apart) / width(once)).toBeLessThan(0.65);
  });

  test('the gains curve rises from nobody to everybody', () => {
    const { gains } = draw(honest(500, 1, 4));
    expect(gains[0]).toMatchObject({ share: 0, found: 0, hits: 0 });
    expect(gains.at(-1)).toMatchObject({ share: 1, found: 1, foundLow: 1, foundHigh: 1 });
    gains.forEach(({ found, share }, at) => {
      expect(found).toBeGreaterThanOrEqual(gains[at - 1]?.found ?? 0);
      expect(found).toBeGreaterThanOrEqual(share - 0.05);
    });
  });

  test('the same customers and seed give the same intervals', () => {
    const shop = honest(200, 1, 5);
    expect(draw(shop)).toEqual(draw(shop));
    expect(draw(shop).auc).not.toEqual(draw({ ...shop, seed: 2 }).auc);
  });
});
