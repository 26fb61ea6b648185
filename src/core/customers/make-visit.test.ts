import { expect, test } from 'vitest';
import { dayNumber, dayText } from '#core/day-number.ts';
import { spreadVisits } from './make-visit.ts';

const daysOf = (count: number, aDay: number, first: string) =>
  spreadVisits(count, aDay, dayNumber(first)).map(dayText);

test('visits fill one day after the other and leave the weekend out', () => {
  // The sixth of March 2026 is a Friday.
  expect(daysOf(5, 2, '2026-03-06')).toEqual([
    '2026-03-06',
    '2026-03-06',
    '2026-03-09',
    '2026-03-09',
    '2026-03-10',
  ]);
});

test('who begins on a Saturday means it', () => {
  expect(daysOf(2, 1, '2026-03-07')).toEqual(['2026-03-07', '2026-03-09']);
});
