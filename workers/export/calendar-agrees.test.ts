import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { frequencies, nextDay, writeRecurrence } from '#core/customers/recurrence.ts';
import { dayMs, dayText } from '#core/day-number.ts';

test('the next day is the one a calendar would show', () => {
  const aRecurrence = fc.record({
    frequency: fc.constantFrom(...frequencies),
    interval: fc.integer({ min: 1, max: 11 }),
  });
  const aDay = fc.integer({ min: 18_000, max: 30_000 }).map(dayText);
  fc.assert(
    fc.property(aRecurrence, aDay, fc.integer({ min: 0, max: 400 }), (recurrence, day, late) => {
      const after = dayText(Date.parse(day) / dayMs + late);
      const days = ICAL.Recur.fromString(writeRecurrence(recurrence)).iterator(
        ICAL.Time.fromDateString(day),
      );
      let expected = days.next();
      while (String(expected) <= after) expected = days.next();
      expect(nextDay(recurrence, day, after)).toBe(String(expected));
    }),
    { numRuns: 300 },
  );
});
