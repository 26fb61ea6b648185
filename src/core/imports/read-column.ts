import type { FieldType } from '#core/customers/field-definition.ts';
import type { ColumnFacts } from './column-facts.ts';
import { parseYesNo } from './parse-cell.ts';
import type { DateOrder } from './parse-date.ts';

/** How the cells of a column are read. */
export type ColumnReading = {
  readonly type: FieldType;
  readonly decimal: '.' | ',';
  readonly dates: DateOrder;
  /** Every number has a percent sign: `12.5%` is 12.5, and the field remembers the sign. */
  readonly percent?: true;
  /** Both orders fit every cell: only a person can tell. */
  readonly ambiguousDates: boolean;
  /** The values of a choice, or [yes word, no word]. */
  readonly choices?: readonly string[];
};

export type ReadingHints = {
  readonly decimal: '.' | ',' | 'auto';
  readonly dates: DateOrder | 'auto';
};

/** Longer texts are sentences, no choice. */
const longestChoice = 120;

const sum = (...counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Cells that say nothing: they stay as they are in a column of numbers or dates. */
const silent = ({ notFinite, missingWords }: ColumnFacts): number => sum(notFinite, missingWords);

const fits = (facts: ColumnFacts, count: number): boolean =>
  count > 0 && count + silent(facts) === facts.filled;

/** What kind of numbers a column holds with this decimal mark, or undefined. */
const reads = (facts: ColumnFacts, decimal: '.' | ','): 'number' | 'percent' | undefined => {
  const isComma = decimal === ',';
  if (fits(facts, isComma ? facts.commaNumbers : facts.numbers)) return 'number';
  return fits(facts, isComma ? facts.commaPercents : facts.percents) ? 'percent' : undefined;
};

/**
 * Whether years of two digits are surely last. `24-12-31` may begin with its year: there are fewer
 * years than days in a column, and where as many are seen, only a hyphen leaves it open.
 */
export const endsInYears = (facts: ColumnFacts): boolean => {
  const { firstParts, lastParts, distinct } = facts;
  if (lastParts.size === 0 || [...lastParts].some((part) => part > 31 || part === 0)) return true;
  if (firstParts.size !== lastParts.size) return firstParts.size > lastParts.size;
  return ![...(distinct?.keys() ?? [])].some((cell) => cell.includes('-'));
};

/**
 * The decimal mark of a whole file. A column that only one mark can read decides; `1,234` alone is
 * thousands in a file with commas between its cells, and a fraction in any other.
 */
export const settleDecimal = (
  facts: readonly ColumnFacts[],
  delimiter: string,
  wanted: '.' | ',' | 'auto',
): '.' | ',' => {
  if (wanted !== 'auto') return wanted;
  const point = facts.filter((column) => reads(column, '.') !== undefined);
  const comma = facts.filter((column) => reads(column, ',') !== undefined);
  if (point.some((column) => !comma.includes(column))) return '.';
  if (comma.some((column) => !point.includes(column))) return ',';
  return delimiter !== ',' && point.some(({ grouped }) => grouped > 0) ? ',' : '.';
};

/** The order of dates of a whole file: one column that fits a single order decides for the others. */
export const settleDates = (
  facts: readonly ColumnFacts[],
  wanted: DateOrder | 'auto',
): DateOrder | 'auto' => {
  if (wanted !== 'auto') return wanted;
  const dated = facts.filter((column) => !fits(column, column.isoDates));
  const dmy = dated.some(
    (column) =>
      fits(column, column.dmyDates) && !fits(column, column.mdyDates) && endsInYears(column),
  );
  const mdy = dated.some(
    (column) => fits(column, column.mdyDates) && !fits(column, column.dmyDates),
  );
  if (dmy === mdy) return 'auto';
  return dmy ? 'dmy' : 'mdy';
};

const readDates = (facts: ColumnFacts, hints: ReadingHints): DateOrder | undefined => {
  if (fits(facts, facts.isoDates)) return 'ymd';
  const dmy = fits(facts, facts.dmyDates);
  const mdy = fits(facts, facts.mdyDates);
  if (hints.dates === 'dmy' && dmy) return 'dmy';
  if (hints.dates === 'mdy' && mdy) return 'mdy';
  if (hints.dates === 'ymd') return undefined;
  if (hints.dates !== 'auto' && dmy && mdy) return undefined;
  return dmy ? 'dmy' : mdy ? 'mdy' : undefined;
};

type NumberReading = Pick<ColumnReading, 'decimal' | 'percent'>;

const readNumbers = (facts: ColumnFacts, hints: ReadingHints): NumberReading | undefined => {
  const marks = hints.decimal === 'auto' ? (['.', ','] as const) : [hints.decimal];
  const decimal = marks.find((mark) => reads(facts, mark) !== undefined);
  if (decimal === undefined) return undefined;
  return { decimal, ...(reads(facts, decimal) === 'percent' && { percent: true }) };
};

const yesNoChoices = (facts: ColumnFacts): readonly string[] | undefined => {
  if (facts.yesNo !== facts.filled || facts.distinct?.size !== 2) return undefined;
  const words = [...facts.distinct.keys()];
  const yes = words.find((word) => parseYesNo(word) === true);
  const no = words.find((word) => parseYesNo(word) === false);
  return yes === undefined || no === undefined ? undefined : [yes, no];
};

const plain = { decimal: '.', dates: 'ymd', ambiguousDates: false } as const;

const readDateColumn = (facts: ColumnFacts, hints: ReadingHints): ColumnReading | undefined => {
  const dates = readDates(facts, hints);
  if (dates === undefined) return undefined;
  const both = fits(facts, facts.dmyDates) && fits(facts, facts.mdyDates);
  const ambiguousDates = hints.dates === 'auto' && dates !== 'ymd' && both;
  return { ...plain, type: 'date', dates, ambiguousDates };
};

/**
 * The type of a whole column such that every cell can be given back: a number only when all cells
 * are numbers (or say nothing), a yes/no only with one word for each. Yes/no and choices keep their
 * exact words.
 */
export const readColumn = (facts: ColumnFacts, hints: ReadingHints): ColumnReading => {
  if (facts.filled === 0) return { ...plain, type: 'choice', choices: [] };
  const numbers = readNumbers(facts, hints);
  if (numbers !== undefined) return { ...plain, type: 'number', ...numbers };
  const dated = readDateColumn(facts, hints);
  if (dated !== undefined && (dated.dates !== 'dmy' || endsInYears(facts))) return dated;
  const yesNo = yesNoChoices(facts);
  if (yesNo !== undefined) return { ...plain, type: 'yesno', choices: yesNo };
  const { distinct } = facts;
  const repeats = distinct !== undefined && distinct.size <= Math.max(2, facts.filled / 2);
  if (repeats && facts.longest <= longestChoice)
    return { ...plain, type: 'choice', choices: [...distinct.keys()] };
  return { ...plain, type: 'text' };
};

/**
 * How a column is read when somebody said its type. Text and choice keep every cell as it is; a type
 * that most cells contradict (it was guessed from the head of a large file) is not believed. Dates
 * that may begin with a year of two digits are read with the day first only where that was said.
 */
export const readColumnAs = (
  facts: ColumnFacts,
  type: FieldType,
  hints: ReadingHints,
): ColumnReading => {
  const whole = readColumn(facts, hints);
  if (type === whole.type && !whole.ambiguousDates) return whole;
  // Both orders fit every date: as text nothing is guessed and nothing is lost.
  if (type === 'text' || whole.ambiguousDates) return { ...plain, type: 'text' };
  if (type === 'choice' && facts.distinct !== undefined)
    return { ...plain, type: 'choice', choices: [...facts.distinct.keys()] };
  if (type === 'date' && !endsInYears(facts)) return readDateColumn(facts, hints) ?? whole;
  const decimal = hints.decimal === ',' ? ',' : '.';
  const numbers = decimal === ',' ? facts.commaNumbers : facts.numbers;
  if (type === 'number' && numbers * 2 >= facts.filled) return { ...plain, type, decimal };
  return whole;
};
