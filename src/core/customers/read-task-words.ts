import { dayNumber, dayText } from '#core/day-number.ts';

/** A task as it was typed in one line. */
export type TaskWords = {
  readonly title: string;
  /** `YYYY-MM-DD`; absent when no day was named. */
  readonly day?: string;
  /** Minutes since midnight; absent for the whole day. */
  readonly minutes?: number;
};

type Found = { readonly day?: string; readonly minutes?: number };
type Rule = readonly [RegExp, (found: RegExpExecArray, today: number) => Found | undefined];

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const zhWeekdays = '日一二三四五六';
const zhCounts = '一二三四五六七八九十';

/** 0 is Sunday; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;

/** The next such weekday after today. */
const nextWeekday = (weekday: number, today: number) =>
  dayText(today + (((weekday - weekdayOf(today) + 6) % 7) + 1));

/** Such a weekday of next week, which begins on Monday. */
const weekdayOfNextWeek = (weekday: number, today: number) => {
  const monday = today - ((weekdayOf(today) + 6) % 7) + 7;
  return dayText(monday + ((weekday + 6) % 7));
};

const inDays = (today: number, days: number): Found => ({ day: dayText(today + days) });

const count = (text: string) =>
  text === '两' ? 2 : zhCounts.includes(text) ? zhCounts.indexOf(text) + 1 : Number(text);

const clock = (hours: number, minutes: number): Found | undefined =>
  hours < 24 && minutes < 60 ? { minutes: hours * 60 + minutes } : undefined;

const zhWeekday = (text: string) => (text === '天' ? 0 : zhWeekdays.indexOf(text));

/** What words may name a day or a time, the longer ones first; each is taken out of the title. */
const rules: readonly Rule[] = [
  [
    /\b(\d{4}-\d{2}-\d{2})\b/u,
    ([, day = '']) => (dayText(dayNumber(day) || 0) === day ? { day } : undefined),
  ],
  [
    /\bin (\d{1,3}) (day|week)s?\b/iu,
    ([, n, unit], today) => inDays(today, Number(n) * (unit?.toLowerCase() === 'week' ? 7 : 1)),
  ],
  [/\btomorrow\b/iu, (_, today) => inDays(today, 1)],
  [/\btoday\b/iu, (_, today) => inDays(today, 0)],
  [/\bnext week\b/iu, (_, today) => ({ day: weekdayOfNextWeek(1, today) })],
  [
    /\b(?:on )?(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)?\b/iu,
    ([, name = ''], today) => ({ day: nextWeekday(weekdays.indexOf(name.toLowerCase()), today) }),
  ],
  [/大后天/u, (_, today) => inDays(today, 3)],
  [/后天/u, (_, today) => inDays(today, 2)],
  [/明天/u, (_, today) => inDays(today, 1)],
  [/今天/u, (_, today) => inDays(today, 0)],
  [
    /(\d{1,3}|[一二两三四五六七八九十])\s*天[后後]/u,
    ([, n = ''], today) => inDays(today, count(n)),
  ],
  [
    /下(?:周|星期|礼拜)([一二三四五六日天])/u,
    ([, name = ''], today) => ({ day: weekdayOfNextWeek(zhWeekday(name), today) }),
  ],
  [
    /(?:本|这)?(?:周|星期|礼拜)([一二三四五六日天])/u,
    ([, name = ''], today) => ({ day: nextWeekday(zhWeekday(name), today) }),
  ],
  [
    /\b(?:at )?([01]?\d|2[0-3])[:：]([0-5]\d)\b/iu,
    ([, hours, minutes]) => clock(Number(hours), Number(minutes)),
  ],
  [/下午(\d{1,2})点(半)?/u, ([, hours, half]) => clock((Number(hours) % 12) + 12, half ? 30 : 0)],
  [/(?:上午)?(\d{1,2})点(半)?/u, ([, hours, half]) => clock(Number(hours), half ? 30 : 0)],
];

/**
 * Reads a task typed in words, English or Chinese: "Call Anna tomorrow 10:00", "周五给王总打电话". At most
 * one day and one time are taken; what is not understood stays in the title. `today`: `YYYY-MM-DD`.
 */
export const readTaskWords = (text: string, today: string): TaskWords => {
  let title = text;
  let found: Found = {};
  for (const [pattern, read] of rules) {
    const match = pattern.exec(title);
    const part = match === null ? undefined : read(match, dayNumber(today));
    if (match === null || part === undefined) continue;
    if (part.day !== undefined ? found.day !== undefined : found.minutes !== undefined) continue;
    found = { ...found, ...part };
    title = title.replace(match[0], ' ');
  }
  const plain = title.replace(/\s+/gu, ' ').trim();
  if (plain === '') return { title: text.trim() };
  // A time alone is meant for today.
  return found.minutes !== undefined && found.day === undefined
    ? { title: plain, ...found, day: today }
    : { title: plain, ...found };
};
