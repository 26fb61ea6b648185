import { expect, test } from 'vitest';
import { dayMs } from '#core/day-number.ts';
import { initialSettings } from '#core/settings.ts';
import { usualGapDays, visitDueAt } from './visit-due.ts';

const { visitRhythm } = initialSettings;

test('a class A customer is due two weeks after the last visit', () => {
  expect(visitDueAt({ class: 'A' }, 0, visitRhythm)).toBe(14 * dayMs);
});

test('an interval of its own goes before the class', () => {
  expect(visitDueAt({ class: 'A', visitIntervalDays: 30 }, 0, visitRhythm)).toBe(30 * dayMs);
});

test('nobody is due who was never visited or has no class', () => {
  expect(visitDueAt({ class: 'A' }, undefined, visitRhythm)).toBeUndefined();
  expect(visitDueAt({}, 0, visitRhythm)).toBeUndefined();
});

test('the usual gap is the middle one, and two orders on one day are one', () => {
  expect(usualGapDays([100, 100, 107, 121, 200])).toBe(14);
  expect(usualGapDays([10, 20, 40])).toBe(15);
  expect(usualGapDays([10, 10])).toBeUndefined();
});
