import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#core/seeded-random.ts';
import { expectedValue, fitGammaGamma } from './gamma-gamma.ts';

const finish = <T>(generator: Generator<unknown, T>): T => {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
};

/** Sum of `shape` exponentials: a gamma deviate of a whole shape. */
const gammaFrom = (random: () => number, shape: number) => {
  let sum = 0;
  for (let at = 0; at < shape; at += 1) sum -= Math.log(1 - random());
  return sum;
};

test('planted numbers are found again, in any currency', () => {
  const random = seededRandom(5);
  const purchases = Array.from({ length: 8_000 }, () => 1 + Math.floor(random() * 6));
  const mean = purchases.map((count) => {
    const scale = gammaFrom(random, 4) / 1500;
    return gammaFrom(random, 5 * count) / scale / count;
  });
  const model = finish(fitGammaGamma({ purchases, mean }));
  expect(Math.abs(model.p / 5 - 1)).toBeLessThan(0.1);
  expect(Math.abs(model.q / 4 - 1)).toBeLessThan(0.1);
  expect(Math.abs(model.v / 1500 - 1)).toBeLessThan(0.15);
  const inYen = finish(fitGammaGamma({ purchases, mean: mean.map((value) => value * 150) }));
  expect(inYen.v / model.v).toBeCloseTo(150, 1);
});

test('what is expected lies between the own mean and that of all', () => {
  const model = { p: 6.25, q: 3.74, v: 15.45 };
  const ofAll = (model.p * model.v) / (model.q - 1);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0.5, max: 5_000, noNaN: true }),
      (purchases, mean) => {
        const value = expectedValue(model, { purchases, mean });
        expect(value).toBeGreaterThanOrEqual(Math.min(mean, ofAll) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(mean, ofAll) + 1e-9);
      },
    ),
  );
});
