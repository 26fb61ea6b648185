import { dayNumber, dayText } from '#core/day-number.ts';

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** How often a task comes back: every `interval` days, weeks or months. */
export type Recurrence = { readonly frequency: Frequency; readonly interval: number };

/** The RRULE (RFC 5545, 3.3.10) of a recurrence. */
export const writeRecurrence = ({ frequency, interval }: Recurrence): string =>
  interval === 1 ? `FREQ=${frequency}` : `FREQ=${frequency};INTERVAL=${interval}`;

/** Reads the rules Rapport writes; undefined for any other: such a task is done once. */
export const readRecurrence = (rule: string | undefined): Recurrence | undefined => {
  const found = /^FREQ=(DAILY|WEEKLY|MONTHLY)(?:;INTERVAL=([1-9]\d{0,2}))?$/u.exec(rule ?? '');
  if (found === null) return undefined;
  return { frequency: found[1] as Frequency, interval: Number(found[2] ?? 1) };
};

const isDay = (day: string) => dayText(dayNumber(day)) === day;

/** The same day of the month `months` later; undefined where that month has none, such as 31 April. */
const monthsLater = (day: string, months: number): string | undefined => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const first = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  const later = `${first}-${day.slice(8)}`;
  return Number.isNaN(Date.parse(later)) || !isDay(later) ? undefined : later;
};

/**
 * The next day (`YYYY-MM-DD`) after `after` on which a task that was due on `day` is due again. Months
 * without that day are left out, as calendars do.
 */
export const nextDay = (
  { frequency, interval }: Recurrence,
  day: string,
  after: string,
): string => {
  if (frequency !== 'MONTHLY') {
    const step = interval * (frequency === 'WEEKLY' ? 7 : 1);
    const late = Math.max(0, dayNumber(after) - dayNumber(day));
    return dayText(dayNumber(day) + step * Math.max(1, Math.floor(late / step) + 1));
  }
  for (let months = interval; ; months += interval) {
    const next = monthsLater(day, months);
    if (next !== undefined && next > after) return next;
  }
};
