import type { FieldType } from '#core/customers/field-definition.ts';
import type { ColumnFacts } from './column-facts.ts';
import { type DateOrder, parseYesNo } from './parse-cell.ts';

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

/** Longer texts are sentences, no choice. */
const longestChoice = 120;

const sum = (...counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Cells that say nothing: they stay as they are in a column of numbers or dates. */
const silent = ({ notFinite, missingWords }: ColumnFacts): number => sum(notFinite, missingWords);

const fits = (facts: ColumnFacts, count: number): boolean =>
  count > 0 && count + silent(facts) === facts.filled;

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
  const point = facts.filter((column) => fits(column, column.numbers));
  const comma = facts.filter((column) => fits(column, column.commaNumbers));
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
    (column) => fits(column, column.dmyDates) && !fits(column, column.mdyDates),
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

const readNumbers = (facts: ColumnFacts, hints: ReadingHints): '.' | ',' | undefined => {
  const point = fits(facts, facts.numbers);
  const comma = fits(facts, facts.commaNumbers);
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
  const decimal = readNumbers(facts, hints);
  if (decimal !== undefined) return { ...plain, type: 'number', decimal };
  const dated = readDateColumn(facts, hints);
  if (dated !== undefined) return dated;
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
 * that most cells contradict (it was guessed from the head of a large file) is not believed.
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
  const decimal = hints.decimal === ',' ? ',' : '.';
  const numbers = decimal === ',' ? facts.commaNumbers : facts.numbers;
  if (type === 'number' && numbers * 2 >= facts.filled) return { ...plain, type, decimal };
  return whole;
};
