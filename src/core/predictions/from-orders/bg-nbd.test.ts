import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#core/seeded-random.ts';
import {
  type BgNbd,
  chanceOfPurchase,
  expectedPurchases,
  fitBgNbd,
  type Rhythm,
  type Rhythms,
} from './bg-nbd.ts';

const finish = <T>(generator: Generator<unknown, T>): T => {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
};

const each = (rhythms: readonly Rhythm[]): Rhythms => ({
  repeats: rhythms.map(({ repeats }) => repeats),
  last: rhythms.map(({ last }) => last),
  age: rhythms.map(({ age }) => age),
  weight: rhythms.map(() => 1),
});

const published: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const exponential = (random: () => number, rate: number) => -Math.log(1 - random()) / rate;

/** A customer of a shop where the model is true: gamma(2) rates and beta(1, b) chances to leave. */
const drawCustomer = (random: () => number, alpha: number, b: number, age: number) => {
  const rate = exponential(random, alpha) + exponential(random, alpha);
  const leaves = 1 - (1 - random()) ** (1 / b);
  const times: number[] = [];
  for (let now = exponential(random, rate); now < 2 * age; now += exponential(random, rate)) {
    times.push(now);
    if (random() < leaves) break;
  }
  const seen = times.filter((time) => time <= age);
  const rhythm = { repeats: seen.length, last: seen.at(-1) ?? 0, age };
  return { rhythm, after: times.length - seen.length };
};

test('the worked example of the literature: 1.226 purchases expected in 39 weeks', () => {
  const rhythm = { repeats: 2, last: 30.43, age: 38.86 };
  expect(expectedPurchases(published, rhythm, 39)).toBeCloseTo(1.226, 2);
});

test('in a shop that follows the model, the planted numbers and what follows are found', () => {
  const random = seededRandom(7);
  const drawn = Array.from({ length: 6_000 }, () => drawCustomer(random, 10, 3, 40));
  const rhythms = drawn.map(({ rhythm }) => rhythm);
  const model = finish(fitBgNbd(each(rhythms)));
  expect(Math.abs(model.r - 2)).toBeLessThan(0.25);
  expect(Math.abs(model.alpha - 10)).toBeLessThan(1.2);
  expect(Math.abs(model.a / (model.a + model.b) - 0.25)).toBeLessThan(0.03);
  const said = rhythms.reduce((sum, rhythm) => sum + expectedPurchases(model, rhythm, 40), 0);
  const came = drawn.reduce((sum, { after }) => sum + after, 0);
  expect(Math.abs(said / came - 1)).toBeLessThan(0.05);
  const buyers = drawn.filter(({ after }) => after > 0).length;
  const chances = rhythms.reduce((sum, rhythm) => sum + chanceOfPurchase(model, rhythm, 40), 0);
  expect(Math.abs(chances / buyers - 1)).toBeLessThan(0.05);
});

test('where nobody ever leaves the numbers stay finite, and the mean rate goes on', () => {
  const random = seededRandom(8);
  const rhythms = Array.from({ length: 2_000 }, () => {
    const rate = exponential(random, 10) + exponential(random, 10);
    const times: number[] = [];
    for (let now = exponential(random, rate); now < 50; now += exponential(random, rate))
      times.push(now);
    return { repeats: times.length, last: times.at(-1) ?? 0, age: 50 };
  });
  const model = finish(fitBgNbd(each(rhythms)));
  const expected = rhythms.map((rhythm) => expectedPurchases(model, rhythm, 10));
  expect(expected.every(Number.isFinite)).toBe(true);
  const mean = expected.reduce((sum, value) => sum + value, 0) / expected.length;
  expect(Math.abs(mean / 2 - 1)).toBeLessThan(0.1);
});

test('one customer, or customers who all bought once, still give finite numbers', () => {
  for (const rhythms of [
    [{ repeats: 3, last: 20, age: 30 }],
    [{ repeats: 0, last: 0, age: 0 }],
    Array.from({ length: 50 }, (_, day) => ({ repeats: 0, last: 0, age: day })),
  ]) {
    const model = finish(fitBgNbd(each(rhythms)));
    for (const rhythm of rhythms) {
      expect(chanceOfPurchase(model, rhythm, 90)).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(expectedPurchases(model, rhythm, 90))).toBe(true);
    }
  }
});

test('a chance lies between 0 and 1, grows with the time, and never exceeds what is expected', () => {
  const positive = (max: number) => fc.double({ min: 0.05, max, noNaN: true });
  const model = fc.record({
    r: positive(20),
    alpha: positive(500),
    a: positive(20),
    b: positive(50),
  });
  const rhythm = fc
    .record({ repeats: fc.nat(60), share: positive(1), age: fc.integer({ min: 0, max: 900 }) })
    .map(({ repeats, share, age }) => ({ repeats, age, last: repeats === 0 ? 0 : share * age }));
  fc.assert(
    fc.property(model, rhythm, fc.integer({ min: 1, max: 400 }), (m, one, time) => {
      const chance = chanceOfPurchase(m, one, time);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(chanceOfPurchase(m, one, time + 30)).toBeGreaterThanOrEqual(chance);
      expect(expectedPurchases(m, one, time)).toBeGreaterThanOrEqual(chance * (1 - 1e-6));
    }),
  );
});
