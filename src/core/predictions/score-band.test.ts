import { expect, test } from 'vitest';
import { leastOfBand, scoreBand } from './score-band.ts';

test('a customer at the usual rate is called usual', () => {
  expect(scoreBand(0.11, 0.11)).toBe('usual');
  expect(scoreBand(0.5, 0.5)).toBe('usual');
});

test('one in three is far above usual where one in nine buys', () => {
  expect(scoreBand(0.35, 0.11)).toBe('high');
  expect(scoreBand(0.2, 0.11)).toBe('raised');
  expect(scoreBand(0.03, 0.11)).toBe('low');
});

test('the least probability of a band belongs to it', () => {
  expect(scoreBand(leastOfBand('high', 0.3) + 1e-9, 0.3)).toBe('high');
  expect(scoreBand(leastOfBand('raised', 0.3) + 1e-9, 0.3)).toBe('raised');
});
