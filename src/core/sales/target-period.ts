import { dayNumber, dayText } from '#core/day-number.ts';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** First and last day (`YYYY-MM-DD`) of a period. */
export type DayRange = { readonly from: string; readonly to: string };

const two = (part: number) => String(part).padStart(2, '0');

/** `YYYY-MM-DD` of the first day of a month counted from January of year 0. */
const firstOfMonth = (month: number) => `${Math.floor(month / 12)}-${two((month % 12) + 1)}-01`;

const monthsSinceFiscalStart = (day: string, startMonth: number) => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const begun = month >= startMonth ? year : year - 1;
  return { begun, since: year * 12 + month - 1 - (begun * 12 + startMonth - 1) };
};

/**
 * The period a day lies in: `YYYY-MM`, `YYYY-Qn` or `YYYY`. Quarters and years are the fiscal ones and
 * carry the year they begin in. `startMonth`: 1..12.
 */
export const periodOf = (kind: PeriodKind, day: string, startMonth: number): string => {
  if (kind === 'month') return day.slice(0, 7);
  const { begun, since } = monthsSinceFiscalStart(day, startMonth);
  return kind === 'year' ? `${begun}` : `${begun}-Q${Math.floor(since / 3) + 1}`;
};

/** The days of a period written as `periodOf` writes it; undefined when it is none. */
export const daysOfPeriod = (period: string, startMonth: number): DayRange | undefined => {
  const found = /^(\d{4})(?:-(\d{2})|-Q([1-4]))?$/u.exec(period);
  if (found === null) return undefined;
  const year = Number(found[1]) * 12;
  const isMonth = found[2] !== undefined;
  const quarter = found[3] === undefined ? 0 : (Number(found[3]) - 1) * 3;
  const first = year + (isMonth ? Number(found[2]) : startMonth) - 1 + quarter;
  const length = isMonth ? 1 : found[3] === undefined ? 12 : 3;
  const to = dayText(dayNumber(firstOfMonth(first + length)) - 1);
  return { from: firstOfMonth(first), to };
};
