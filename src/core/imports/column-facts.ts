import { isMissingWord, isNotFinite, parseNumber, parsePercent, parseYesNo } from './parse-cell.ts';
import { hasShortYear, mayBeDate, parseDate, shortYearParts } from './parse-date.ts';

/** What a whole column is like, gathered cell by cell: how many of its cells are what. */
export type ColumnFacts = {
  /** Cells that are not blank. */
  filled: number;
  numbers: number;
  commaNumbers: number;
  /** Read with a decimal point only because a comma stood for thousands: `1,234`. */
  grouped: number;
  /** Numbers with a percent sign. */
  percents: number;
  commaPercents: number;
  notFinite: number;
  /** Words for "nothing here": NULL, n/a, ? */
  missingWords: number;
  isoDates: number;
  dmyDates: number;
  mdyDates: number;
  /** Dates whose year has two digits. */
  shortYears: number;
  yesNo: number;
  longest: number;
  /** Distinct texts and their counts; undefined once there are more than `mostChoices`. */
  distinct: Map<string, number> | undefined;
  /** The numbers that stand first and last in dates with such a year. */
  readonly firstParts: Set<number>;
  readonly lastParts: Set<number>;
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
  'percents',
  'commaPercents',
  'notFinite',
  'missingWords',
  'isoDates',
  'dmyDates',
  'mdyDates',
  'shortYears',
  'yesNo',
] as const;

export const newFacts = (): ColumnFacts => ({
  filled: 0,
  numbers: 0,
  commaNumbers: 0,
  grouped: 0,
  percents: 0,
  commaPercents: 0,
  notFinite: 0,
  missingWords: 0,
  isoDates: 0,
  dmyDates: 0,
  mdyDates: 0,
  shortYears: 0,
  yesNo: 0,
  longest: 0,
  distinct: new Map(),
  firstParts: new Set(),
  lastParts: new Set(),
  looks: new Map(),
});

/** What a cell is, one bit for each of `counters`. */
const look = (cell: string): number => {
  const isNumber = parseNumber(cell, '.') !== undefined;
  const isDated = mayBeDate(cell);
  const isClear = isDated && parseDate(cell, 'ymd') !== undefined;
  const is: Readonly<Record<(typeof counters)[number], boolean>> = {
    numbers: isNumber,
    commaNumbers: parseNumber(cell, ',') !== undefined,
    grouped: isNumber && cell.includes(','),
    notFinite: !isNumber && isNotFinite(cell),
    missingWords: !isNumber && isMissingWord(cell),
    percents: parsePercent(cell, '.') !== undefined,
    commaPercents: parsePercent(cell, ',') !== undefined,
    isoDates: isClear,
    dmyDates: isClear || (isDated && parseDate(cell, 'dmy') !== undefined),
    mdyDates: isClear || (isDated && parseDate(cell, 'mdy') !== undefined),
    shortYears: isDated && hasShortYear(cell),
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

const noteParts = (facts: ColumnFacts, cell: string): void => {
  const parts = shortYearParts(cell);
  if (parts === undefined) return;
  facts.firstParts.add(parts[0]);
  facts.lastParts.add(parts[1]);
};

/** Adds one cell. Blank cells are missing values and say nothing about the type. */
export const addCell = (facts: ColumnFacts, cell: string): void => {
  let bits = facts.looks.get(cell);
  if (bits === undefined) {
    if (cell.trim() === '') return;
    bits = look(cell);
    noteParts(facts, cell);
    if (facts.looks.size >= mostLooks) facts.looks.clear();
    if (cell.length <= 64) facts.looks.set(cell, bits);
  }
  facts.filled += 1;
  if (cell.length > facts.longest) facts.longest = cell.length;
  countDistinct(facts, cell);
  for (let at = 0; bits >> at > 0; at += 1)
    if ((bits >> at) & 1) facts[counters[at] as (typeof counters)[number]] += 1;
};
