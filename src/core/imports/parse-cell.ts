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

const percent = /^(.*)[%％]\s*$/u;

/** A share as 0..1: `0.15` or `15%`; undefined for anything else, 15 without a sign included. */
export const parseShare = (text: string, decimal: '.' | ','): number | undefined => {
  const [, bare] = percent.exec(text) ?? [];
  const value = parseNumber(bare ?? text, decimal);
  const share = value === undefined || bare === undefined ? value : value / 100;
  return share !== undefined && share >= 0 && share <= 1 ? share : undefined;
};

/** A share as a percentage: the number before the sign, `12.5` for `12.5%`; undefined without a sign. */
export const parsePercent = (text: string, decimal: '.' | ','): number | undefined => {
  const trimmed = text.trimEnd();
  return /[%％]$/u.test(trimmed.slice(-1)) ? parseNumber(trimmed.slice(0, -1), decimal) : undefined;
};

/** Whether a cell says "not a number" or "infinite": counted, and missing in learning. */
export const isNotFinite = (text: string): boolean => notFinite.test(text.trim());

/** Whether a cell is a word for "nothing here", as databases and forms write it. */
export const isMissingWord = (text: string): boolean => missing.test(text.trim());

const yesWords = new Set(['yes', 'y', 'true', 't', '是', '有', '对', '真']);
const noWords = new Set(['no', 'n', 'false', 'f', '否', '无', '没有', '错', '假']);

/** Whether a word says yes or no; undefined when it says neither. */
export const parseYesNo = (text: string): boolean | undefined => {
  const word = text.trim().toLowerCase();
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : undefined;
};
