import { expect, test } from 'vitest';
import { roundProbability } from './round-probability.ts';

test('a prediction is said in steps of five points', () => {
  expect(roundProbability(0.62)).toBeCloseTo(0.6);
  expect(roundProbability(0.63)).toBeCloseTo(0.65);
});

test('a prediction is never said to be impossible or certain', () => {
  expect(roundProbability(0)).toBeCloseTo(0.05);
  expect(roundProbability(1)).toBeCloseTo(0.95);
});
