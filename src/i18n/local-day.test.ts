import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, localDay, minutesOf, readTime, timeText } from './local-day.ts';

test('a minute before midnight is still today, where the tablet is', () => {
  const late = instantOf('2026-10-25', 23 * 60 + 59);
  expect(localDay(late)).toBe('2026-10-25');
  expect(localDay(late + 60_000)).toBe('2026-10-26');
});

test('a day and a time of day make an instant, and back', () => {
  const anInstant = fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map((at) => at * 1000 - ((at * 1000) % 60_000));
  fc.assert(
    fc.property(anInstant, (at) => {
      const day = localDay(at);
      expect(localDay(instantOf(day, minutesOf(at)))).toBe(day);
    }),
  );
});

test('a time is read as it is written, and what is none is refused', () => {
  expect(readTime(timeText(545))).toBe(545);
  expect(readTime('9:05')).toBe(545);
  for (const text of ['', '24:00', '9:60', 'noon']) expect(readTime(text)).toBeUndefined();
});
