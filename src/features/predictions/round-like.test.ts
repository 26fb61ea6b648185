import { expect, test } from 'vitest';
import { roundLike } from './round-like.ts';

test('an amount is said no finer than it is known, and never in cents', () => {
  expect(roundLike(71_550, 10_040)).toBe(72_000);
  expect(roundLike(10_040, 10_040)).toBe(10_000);
  expect(roundLike(7_012.6, 133)).toBe(7_010);
  expect(roundLike(12.4, 0)).toBe(12);
});
