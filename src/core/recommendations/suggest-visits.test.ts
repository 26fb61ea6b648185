import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderStops, rankVisits, type VisitCandidate } from './suggest-visits.ts';

const today = 20_000;
const shop = (id: string, fields: Partial<VisitCandidate> = {}): VisitCandidate => ({
  id,
  dueDay: today,
  visitIntervalDays: 28,
  revenueMinor: 100_000,
  probability: null,
  ...fields,
});
const ids = (ranked: readonly VisitCandidate[]) => ranked.map(({ id }) => id);

test('of two alike the one whose visit is longer due comes first', () => {
  const late = shop('late', { dueDay: today - 10 });
  expect(
    ids(rankVisits([shop('due'), late, shop('later', { dueDay: today + 20 })], today)),
  ).toEqual(['late', 'due', 'later']);
});

test('of two alike the one who buys more, and the one more likely to buy, comes first', () => {
  expect(ids(rankVisits([shop('small', { revenueMinor: 10 }), shop('big')], today))[0]).toBe('big');
  const likely = shop('likely', { probability: 0.9 });
  const unlikely = shop('unlikely', { probability: 0.1 });
  expect(ids(rankVisits([unlikely, shop('unknown'), likely], today))).toEqual([
    'likely',
    'unknown',
    'unlikely',
  ]);
});

test('a customer without a rhythm is not forgotten, but comes after one that is due', () => {
  const free = shop('free', { dueDay: null, visitIntervalDays: null });
  expect(ids(rankVisits([free, shop('due')], today))).toEqual(['due', 'free']);
});

test('the same customers give the same plan, in whatever order they come', () => {
  const aShop = fc.record({
    id: fc.uuid(),
    dueDay: fc.option(fc.integer({ min: today - 400, max: today + 400 })),
    visitIntervalDays: fc.option(fc.integer({ min: 1, max: 400 })),
    revenueMinor: fc.integer({ min: -1_000, max: 10_000_000 }),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  const shops = fc.uniqueArray(aShop, { selector: ({ id }) => id, maxLength: 30 });
  fc.assert(
    fc.property(shops, (some) => {
      expect(ids(rankVisits(some.toReversed(), today))).toEqual(ids(rankVisits(some, today)));
    }),
  );
});

test('the way goes on to the nearest shop; those without a place stand at its end', () => {
  const at = (id: string, longitude: number | undefined) => ({
    id,
    position: longitude === undefined ? null : { latitude: 50, longitude },
  });
  const stops = [at('far', 9), at('nowhere', undefined), at('near', 1), at('middle', 4)];
  const way = orderStops(stops, { latitude: 50, longitude: 0 });
  expect(way.map(({ id }) => id)).toEqual(['near', 'middle', 'far', 'nowhere']);
});
