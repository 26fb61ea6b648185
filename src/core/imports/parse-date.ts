/** How dates of a file are ordered. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

const isDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
};

/** The last year of two digits that lies in this century; from 50 on it is 1950. */
const lastShortYear = 49;

/** A year as it is written: of two digits, 00–49 are 2000–2049 and 50–99 are 1950–1999. */
const yearOf = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year <= lastShortYear ? 2000 : 1900);
};

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.]?';
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](.+))?$/u;
const chinese = /^(\d{4}|\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?(?:[T ](.+))?$/u;
// Of two digits the year is last, behind the same sign twice.
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ ,T]+(.+))?$/u;
const shortYearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?:[ ,T]+(.+))?$/u;
const clock =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?(?:\s?(?:Z|GMT|UTC|[+-]\d{2}:?\d{2}))?$/u;

const dayNamed = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-/ .]+${monthName}[-/ ,]+(\d{4}|\d{2})(?:[ ,T]+(.+))?$`,
  'iu',
);
const namedDay = new RegExp(
  String.raw`^${monthName}[-/ ]+(\d{1,2})(?:st|nd|rd|th)?[-/ ,]+(\d{4})(?:[ ,T]+(.+))?$`,
  'iu',
);
const yearNamed = new RegExp(
  String.raw`^(\d{4})[-/ ]${monthName}[-/ ](\d{1,2})(?:[ ,T]+(.+))?$`,
  'iu',
);

const parseClock = (text: string | undefined): string | undefined => {
  if (text === undefined) return '';
  const match = clock.exec(text.trim());
  if (match === null) return undefined;
  const half = match[4]?.toLowerCase();
  const hour = (Number(match[1]) % (half === undefined ? 24 : 12)) + (half === 'pm' ? 12 : 0);
  if (Number(match[1]) > 23 || Number(match[2]) > 59) return undefined;
  return `T${pad(hour)}:${match[2]}:${match[3] ?? '00'}`;
};

type Parts = {
  readonly year: string;
  readonly month: number;
  readonly day: string;
  readonly time: string | undefined;
};

/** A date whose order its form tells: a year in front, a month with its name. */
const readClear = (cell: string): Parts | undefined => {
  const [, y = '', m = '', d = '', time] = yearFirst.exec(cell) ?? chinese.exec(cell) ?? [];
  if (y !== '') return { year: y, month: Number(m), day: d, time };
  const [, day = '', name = '', year = '', at] = dayNamed.exec(cell) ?? [];
  if (name !== '') return { year, month: monthOf(name), day, time: at };
  const [, first = '', second = '', third = '', hour] = namedDay.exec(cell) ?? [];
  if (first !== '') return { year: third, month: monthOf(first), day: second, time: hour };
  const [, from = '', called = '', nth = '', rest] = yearNamed.exec(cell) ?? [];
  return from === '' ? undefined : { year: from, month: monthOf(called), day: nth, time: rest };
};

/** A date of numbers with its year at the end: the order tells day and month apart. */
const readOrdered = (cell: string, order: 'dmy' | 'mdy'): Parts | undefined => {
  const long = yearLast.exec(cell);
  const short = long === null ? shortYearLast.exec(cell) : null;
  const [a = '', b = '', year = '', time] =
    long === null ? [short?.[1], short?.[3], short?.[4], short?.[5]] : long.slice(1);
  if (year === '') return undefined;
  return order === 'dmy'
    ? { year, month: Number(b), day: a, time }
    : { year, month: Number(a), day: b, time };
};

/**
 * A date as `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` when it has a time of day; undefined for
 * anything else, the 30th of February included. A year in front or a named month needs no order.
 */
export const parseDate = (text: string, order: DateOrder): string | undefined => {
  const cell = text.trim();
  const parts = readClear(cell) ?? (order === 'ymd' ? undefined : readOrdered(cell, order));
  if (parts === undefined) return undefined;
  const [year, day] = [yearOf(parts.year), Number(parts.day)];
  const time = parseClock(parts.time);
  if (time === undefined || !isDay(year, parts.month, day)) return undefined;
  return `${pad(year, 4)}-${pad(parts.month)}-${pad(day)}${time}`;
};

const begun = new RegExp(
  String.raw`^\s*(?:\d{1,4}(?:st|nd|rd|th)?(?:\s?[-/.年]|[, ]+(?:${months.join('|')}))|(?:${months.join('|')}))`,
  'iu',
);

/** Whether a cell begins like a date; cheap, before the expensive look. */
export const mayBeDate = (cell: string): boolean =>
  cell.length >= 6 && cell.length <= 40 && begun.test(cell);

/** The first and the last number of a date with a year of two digits at its end. */
export const shortYearParts = (text: string): readonly [number, number] | undefined => {
  const match = shortYearLast.exec(text.trim());
  return match === null ? undefined : [Number(match[1]), Number(match[4])];
};

/** Whether a year of a date is written with two digits. */
export const hasShortYear = (text: string): boolean => {
  const cell = text.trim();
  const year = readClear(cell)?.year ?? shortYearLast.exec(cell)?.[4];
  return year?.length === 2;
};
