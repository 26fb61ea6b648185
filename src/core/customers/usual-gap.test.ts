import { expect, test } from 'vitest';
import { usualGapDays } from './usual-gap.ts';

test('the usual gap is the middle one, and two orders on one day are one', () => {
  expect(usualGapDays([100, 100, 107, 121, 200])).toBe(14);
  expect(usualGapDays([10, 20, 40])).toBe(15);
  expect(usualGapDays([10, 10])).toBeUndefined();
});
