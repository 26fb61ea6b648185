import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarEntry, writeCalendar } from '#core/calendar/write-calendar.ts';
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

const now = Date.UTC(2026, 10, 26, 12);
const read = (text: string) => {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return events.map((event) => new ICAL.Event(event));
};

const entry: CalendarEntry = {
  uid: 't1@rapport',
  sequence: 2,
  title: 'Call',
  day: '2026-11-30',
  at: { instant: Date.UTC(2026, 10, 30, 8, 30), minutes: 570 },
};

test('a task at half past nine in Berlin is at half past eight UTC, a whole day has no clock', () => {
  const [timed, whole] = read(writeCalendar([entry, { ...entry, uid: 't2', at: undefined }], now));
  expect(timed?.startDate.toJSDate().getTime()).toBe(entry.at?.instant);
  expect(timed?.uid).toBe('t1@rapport');
  expect(timed?.sequence).toBe(2);
  expect(whole?.startDate.isDate).toBe(true);
  expect(String(whole?.startDate)).toBe('2026-11-30');
});

test('a weekly task stays at half past nine when summer time ends, and rings a quarter before', () => {
  const [weekly] = read(writeCalendar([{ ...entry, recurrence: 'FREQ=WEEKLY' }], now));
  const days = weekly?.iterator();
  expect([days?.next(), days?.next()].map(String)).toEqual([
    '2026-11-30T09:30:00',
    '2026-12-07T09:30:00',
  ]);
  const alarm = weekly?.component.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT15M');
});

test('whatever a title holds comes back, no line is longer than 75 octets, and every line ends in CRLF', () => {
  const aText = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((text) => text.replace(/\p{Cc}/gu, ' '));
  fc.assert(
    fc.property(aText, aText, (title, note) => {
      const text = writeCalendar([{ ...entry, title, note: `a\n${note}` }], now);
      const lines = text.split('\r\n');
      expect(lines.at(-1)).toBe('');
      for (const line of lines) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/u);
      }
      const [event] = read(text);
      expect(event?.summary).toBe(title);
      expect(event?.description).toBe(`a\n${note}`);
    }),
  );
});
