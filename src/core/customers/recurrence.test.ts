import { expect, test } from 'vitest';
import { nextDay, readRecurrence, writeRecurrence } from './recurrence.ts';

test('a weekly call that was three weeks late is due on its next day to come, not three times', () => {
  const weekly = { frequency: 'WEEKLY', interval: 1 } as const;
  expect(nextDay(weekly, '2026-11-02', '2026-11-26')).toBe('2026-11-30');
  expect(nextDay(weekly, '2026-11-02', '2026-11-02')).toBe('2026-11-09');
});

test('a rule is read as it is written; one that Rapport does not write is none', () => {
  const rule = writeRecurrence({ frequency: 'MONTHLY', interval: 3 });
  expect(rule).toBe('FREQ=MONTHLY;INTERVAL=3');
  expect(readRecurrence(rule)).toEqual({ frequency: 'MONTHLY', interval: 3 });
  for (const other of [undefined, '', 'FREQ=YEARLY', 'FREQ=DAILY;COUNT=3', 'FREQ=DAILY;INTERVAL=0'])
    expect(readRecurrence(other)).toBeUndefined();
});
