import type { FieldType } from '#core/customers/field-definition.ts';
import { type DateOrder, isNotFinite, parseDate, parseNumber, parseYesNo } from './parse-cell.ts';

/** What a whole column is like, gathered cell by cell; no cell may be lost by its type. */
export type ColumnFacts = {
  filled: number;
  numbers: number;
  commaNumbers: number;
  notFinite: number;
  isoDates: number;
  dmyDates: number;
  mdyDates: number;
  yesNo: number;
  longest: number;
  /** Distinct texts and their counts; undefined once there are more than `mostChoices`. */
  distinct: Map<string, number> | undefined;
};

/** More distinct values than this are text, not a choice. */
export const mostChoices = 200;

export const newFacts = (): ColumnFacts => ({
  filled: 0,
  numbers: 0,
  commaNumbers: 0,
  notFinite: 0,
  isoDates: 0,
  dmyDates: 0,
  mdyDates: 0,
  yesNo: 0,
  longest: 0,
  distinct: new Map(),
});

const look = (facts: ColumnFacts, cell: string) => {
  if (parseNumber(cell, '.') !== undefined) facts.numbers += 1;
  else if (isNotFinite(cell)) facts.notFinite += 1;
  if (parseNumber(cell, ',') !== undefined) facts.commaNumbers += 1;
  // Only a text with a separator of dates is worth the expensive look.
  if (cell.length >= 8 && cell.length <= 40 && /^\d{1,4}[-/.年]/u.test(cell.trimStart())) {
    if (parseDate(cell, 'ymd') !== undefined) facts.isoDates += 1;
    if (parseDate(cell, 'dmy') !== undefined) facts.dmyDates += 1;
    if (parseDate(cell, 'mdy') !== undefined) facts.mdyDates += 1;
  }
  if (parseYesNo(cell) !== undefined) facts.yesNo += 1;
};

/** Adds one cell. Blank cells are missing values and say nothing about the type. */
export const addCell = (facts: ColumnFacts, cell: string): void => {
  if (cell.trim() === '') return;
  facts.filled += 1;
  if (cell.length > facts.longest) facts.longest = cell.length;
  const known = facts.distinct?.get(cell);
  if (known === undefined && facts.distinct !== undefined) {
    facts.distinct.set(cell, 1);
    if (facts.distinct.size > mostChoices) facts.distinct = undefined;
  } else facts.distinct?.set(cell, (known ?? 0) + 1);
  look(facts, cell);
};

/** How the cells of a column are read. */
export type ColumnReading = {
  readonly type: FieldType;
  readonly decimal: '.' | ',';
  readonly dates: DateOrder;
  /** Both orders fit every cell: only a person can tell. */
  readonly ambiguousDates: boolean;
  /** The values of a choice, or [yes word, no word]. */
  readonly choices?: readonly string[];
};

export type ReadingHints = {
  readonly decimal: '.' | ',' | 'auto';
  readonly dates: DateOrder | 'auto';
};

const readDates = (facts: ColumnFacts, hints: ReadingHints): DateOrder | undefined => {
  if (facts.isoDates === facts.filled) return 'ymd';
  if (hints.dates !== 'auto') {
    const fitting = { dmy: facts.dmyDates, mdy: facts.mdyDates, ymd: facts.isoDates };
    return fitting[hints.dates] === facts.filled ? hints.dates : undefined;
  }
  if (facts.dmyDates === facts.filled) return 'dmy';
  return facts.mdyDates === facts.filled ? 'mdy' : undefined;
};

const readNumbers = (facts: ColumnFacts, hints: ReadingHints): '.' | ',' | undefined => {
  const point = facts.numbers + facts.notFinite === facts.filled && facts.numbers > 0;
  const comma = facts.commaNumbers + facts.notFinite === facts.filled && facts.commaNumbers > 0;
  if (hints.decimal === ',') return comma ? ',' : undefined;
  if (point) return '.';
  return hints.decimal === 'auto' && comma ? ',' : undefined;
};

const yesNoChoices = (facts: ColumnFacts): readonly string[] | undefined => {
  if (facts.yesNo !== facts.filled || facts.distinct?.size !== 2) return undefined;
  const words = [...facts.distinct.keys()];
  const yes = words.find((word) => parseYesNo(word) === true);
  const no = words.find((word) => parseYesNo(word) === false);
  return yes === undefined || no === undefined ? undefined : [yes, no];
};

/**
 * The type of a whole column such that every cell can be given back: a number only when all cells
 * are numbers, a yes/no only with one word for each. Yes/no and choices keep their exact words.
 */
export const readColumn = (facts: ColumnFacts, hints: ReadingHints): ColumnReading => {
  const plain = { decimal: '.', dates: 'ymd', ambiguousDates: false } as const;
  if (facts.filled === 0) return { ...plain, type: 'text' };
  const decimal = readNumbers(facts, hints);
  if (decimal !== undefined) return { ...plain, type: 'number', decimal };
  const dates = readDates(facts, hints);
  if (dates !== undefined) {
    const both = facts.dmyDates === facts.filled && facts.mdyDates === facts.filled;
    const ambiguousDates = hints.dates === 'auto' && dates !== 'ymd' && both;
    return { ...plain, type: 'date', dates, ambiguousDates };
  }
  const yesNo = yesNoChoices(facts);
  if (yesNo !== undefined) return { ...plain, type: 'yesno', choices: yesNo };
  const { distinct } = facts;
  const repeats = distinct !== undefined && distinct.size <= Math.max(2, facts.filled / 2);
  if (repeats && facts.longest <= 120)
    return { ...plain, type: 'choice', choices: [...distinct.keys()] };
  return { ...plain, type: 'text' };
};
