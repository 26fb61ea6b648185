import { isMissingWord, isNotFinite, parseDate, parseNumber, parseYesNo } from './parse-cell.ts';

/** What a whole column is like, gathered cell by cell: how many of its cells are what. */
export type ColumnFacts = {
  /** Cells that are not blank. */
  filled: number;
  numbers: number;
  commaNumbers: number;
  /** Read with a decimal point only because a comma stood for thousands: `1,234`. */
  grouped: number;
  notFinite: number;
  /** Words for "nothing here": NULL, n/a, ? */
  missingWords: number;
  isoDates: number;
  dmyDates: number;
  mdyDates: number;
  yesNo: number;
  longest: number;
  /** Distinct texts and their counts; undefined once there are more than `mostChoices`. */
  distinct: Map<string, number> | undefined;
  /** What cells seen before were found to be: most columns repeat themselves. */
  readonly looks: Map<string, number>;
};

/** More distinct values than this are text, not a choice. */
export const mostChoices = 200;

const mostLooks = 4096;

const counters = [
  'numbers',
  'commaNumbers',
  'grouped',
  'notFinite',
  'missingWords',
  'isoDates',
  'dmyDates',
  'mdyDates',
  'yesNo',
] as const;

export const newFacts = (): ColumnFacts => ({
  filled: 0,
  numbers: 0,
  commaNumbers: 0,
  grouped: 0,
  notFinite: 0,
  missingWords: 0,
  isoDates: 0,
  dmyDates: 0,
  mdyDates: 0,
  yesNo: 0,
  longest: 0,
  distinct: new Map(),
  looks: new Map(),
});

/** What a cell is, one bit for each of `counters`. */
const look = (cell: string): number => {
  const isNumber = parseNumber(cell, '.') !== undefined;
  // Only a text with a separator of dates is worth the expensive look.
  const mayBeDate = cell.length >= 8 && cell.length <= 40 && /^\s*\d{1,4}[-/.年]/u.test(cell);
  const is: Readonly<Record<(typeof counters)[number], boolean>> = {
    numbers: isNumber,
    commaNumbers: parseNumber(cell, ',') !== undefined,
    grouped: isNumber && cell.includes(','),
    notFinite: !isNumber && isNotFinite(cell),
    missingWords: !isNumber && isMissingWord(cell),
    isoDates: mayBeDate && parseDate(cell, 'ymd') !== undefined,
    dmyDates: mayBeDate && parseDate(cell, 'dmy') !== undefined,
    mdyDates: mayBeDate && parseDate(cell, 'mdy') !== undefined,
    yesNo: parseYesNo(cell) !== undefined,
  };
  return counters.reduce((bits, name, at) => (is[name] ? bits | (1 << at) : bits), 0);
};

const countDistinct = (facts: ColumnFacts, cell: string): void => {
  const { distinct } = facts;
  if (distinct === undefined) return;
  distinct.set(cell, (distinct.get(cell) ?? 0) + 1);
  if (distinct.size > mostChoices) facts.distinct = undefined;
};

/** Adds one cell. Blank cells are missing values and say nothing about the type. */
export const addCell = (facts: ColumnFacts, cell: string): void => {
  let bits = facts.looks.get(cell);
  if (bits === undefined) {
    if (cell.trim() === '') return;
    bits = look(cell);
    if (facts.looks.size >= mostLooks) facts.looks.clear();
    if (cell.length <= 64) facts.looks.set(cell, bits);
  }
  facts.filled += 1;
  if (cell.length > facts.longest) facts.longest = cell.length;
  countDistinct(facts, cell);
  for (let at = 0; bits >> at > 0; at += 1)
    if ((bits >> at) & 1) facts[counters[at] as (typeof counters)[number]] += 1;
};
