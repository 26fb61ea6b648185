import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayText } from '#core/day-number.ts';
import { daysOfPeriod, periodKinds, periodOf } from './target-period.ts';

test('with a fiscal year from April, February belongs to the last quarter of the year before', () => {
  expect(periodOf('month', '2027-02-10', 4)).toBe('2027-02');
  expect(periodOf('quarter', '2027-02-10', 4)).toBe('2026-Q4');
  expect(periodOf('year', '2027-02-10', 4)).toBe('2026');
  expect(daysOfPeriod('2026-Q4', 4)).toEqual({ from: '2027-01-01', to: '2027-03-31' });
  expect(daysOfPeriod('2026', 4)).toEqual({ from: '2026-04-01', to: '2027-03-31' });
});

test('with the calendar year nothing is shifted, and February of a leap year has 29 days', () => {
  expect(daysOfPeriod('2028-02', 1)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOfPeriod('2026', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(daysOfPeriod('spring', 1)).toBeUndefined();
});

test('every day lies in its own month, quarter and year, whenever the fiscal year starts', () => {
  const aDay = fc.integer({ min: 10_957, max: 40_000 }).map(dayText);
  const aMonth = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(aDay, aMonth, fc.constantFrom(...periodKinds), (day, startMonth, kind) => {
      const days = daysOfPeriod(periodOf(kind, day, startMonth), startMonth);
      expect(days && days.from <= day && day <= days.to).toBe(true);
    }),
  );
});
