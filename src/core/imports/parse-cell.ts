/** How dates of a file are ordered. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;
const bareFraction = /^-?\.\d+$/u;
const exponent = /^-?\d(?:\.\d+[eE][+-]?|[eE][+-])\d{1,3}$/u;
const commaNumber = /^-?(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,\d+)?$/u;
const thousands = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
// Thousands parted by a blank or an apostrophe. Three digits after a plain blank may be a telephone
// number, so there a fraction must follow.
const parted = /^-?[1-9]\d{0,2}(?:(?:['’\u00a0\u202f]\d{3})+(?:[.,]\d+)?|(?: \d{3})+[.,]\d{1,2})$/u;
const notFinite = /^(?:nan|[+-]?inf(?:inity)?)$/iu;
const missing = /^(?:\?+|-+|\.|na|n\.?\/?a\.?|#n\/a|null|none|\(null\)|\\n|无|暂无|缺失|空)$/iu;

/** Whole numbers of more digits are ids; a fraction has at most 17 that mean something (IEEE 754). */
const mostDigits = { whole: 15, fraction: 17 } as const;

const digits = (text: string): number => text.replace(/\D/gu, '').replace(/^0+/u, '').length;

const isTooLong = (cell: string, decimal: '.' | ','): boolean => {
  if (cell.length <= mostDigits.whole) return false;
  const fraction = cell.includes(decimal) || /e/iu.test(cell);
  return digits(cell.replace(/e.*$/iu, '')) > mostDigits[fraction ? 'fraction' : 'whole'];
};

/**
 * A number as spreadsheets and databases write it, or undefined. Codes stay text: leading zeros
 * ("007"), whole numbers of more than 15 digits, and what looks like an id ("1e5") are no numbers.
 */
export const parseNumber = (text: string, decimal: '.' | ','): number | undefined => {
  const trimmed = text.trim();
  const cell = parted.test(trimmed) ? trimmed.replace(/['’\s]/gu, '') : trimmed;
  if (cell === '' || isTooLong(cell, decimal)) return undefined;
  if (decimal === '.') {
    if (plainNumber.test(cell) || bareFraction.test(cell) || exponent.test(cell))
      return Number(cell) || 0;
    return thousands.test(cell) ? Number(cell.replaceAll(',', '')) : undefined;
  }
  if (!commaNumber.test(cell)) return undefined;
  return Number(cell.replaceAll('.', '').replace(',', '.')) || 0;
};

const money = String.raw`(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc})`;
const moneyBefore = new RegExp(String.raw`^\s*(-?)\s*${money}\s*(-?)`, 'u');
const moneyAfter = new RegExp(String.raw`\s*(?:${money}|元|圆)\s*$`, 'u');
const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * An amount of money, with or without its sign or code in front or behind: `€ 12.50`, `12,50 EUR`,
 * `12万元`. Brackets are a minus, as bookkeepers write it.
 */
export const parseAmount = (text: string, decimal: '.' | ','): number | undefined => {
  const [, inside] = /^\s*\((.*)\)\s*$/u.exec(text) ?? [];
  const bare = (inside ?? text).replace(moneyBefore, '$1$2').replace(moneyAfter, '');
  const scale = scales[bare.at(-1) ?? ''];
  const value = parseNumber(scale === undefined ? bare : bare.slice(0, -1), decimal);
  if (value === undefined) return undefined;
  const amount = scale === undefined ? value : Number((value * scale).toPrecision(15));
  return inside === undefined ? amount : -Math.abs(amount);
};

/** A share as 0..1: `0.15` or `15%`; undefined for anything else, 15 without a sign included. */
export const parseShare = (text: string, decimal: '.' | ','): number | undefined => {
  const [, percent] = /^(.*)[%％]\s*$/u.exec(text) ?? [];
  const value = parseNumber(percent ?? text, decimal);
  const share = value === undefined || percent === undefined ? value : value / 100;
  return share !== undefined && share >= 0 && share <= 1 ? share : undefined;
};

/** Whether a cell says "not a number" or "infinite": counted, and missing in learning. */
export const isNotFinite = (text: string): boolean => notFinite.test(text.trim());

/** Whether a cell is a word for "nothing here", as databases and forms write it. */
export const isMissingWord = (text: string): boolean => missing.test(text.trim());

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

const isDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
};

const yearFirst = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ](.+))?$/u;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ ,T]+(.+))?$/u;
const clock =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?(?:\s?(?:Z|GMT|UTC|[+-]\d{2}:?\d{2}))?$/u;

const parseClock = (text: string | undefined): string | undefined => {
  if (text === undefined) return '';
  const match = clock.exec(text.trim());
  if (match === null) return undefined;
  const half = match[4]?.toLowerCase();
  const hour = (Number(match[1]) % (half === undefined ? 24 : 12)) + (half === 'pm' ? 12 : 0);
  if (Number(match[1]) > 23 || Number(match[2]) > 59) return undefined;
  return `T${pad(hour)}:${match[2]}:${match[3] ?? '00'}`;
};

/**
 * A date as `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` when it has a time of day; undefined for
 * anything else, the 30th of February included. A year in front needs no order.
 */
export const parseDate = (text: string, order: DateOrder): string | undefined => {
  const cell = text.trim();
  const first = yearFirst.exec(cell);
  const last = first === null && order !== 'ymd' ? yearLast.exec(cell) : null;
  const match = first ?? last;
  if (match === null) return undefined;
  const [a, b, c] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [year, month, day] = first !== null ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const time = parseClock(match[4]);
  if (time === undefined || !isDay(year, month, day)) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}${time}`;
};

const yesWords = new Set(['yes', 'y', 'true', 't', '是', '有', '对', '真']);
const noWords = new Set(['no', 'n', 'false', 'f', '否', '无', '没有', '错', '假']);

/** Whether a word says yes or no; undefined when it says neither. */
export const parseYesNo = (text: string): boolean | undefined => {
  const word = text.trim().toLowerCase();
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : undefined;
};
