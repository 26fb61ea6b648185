import { parseNumber } from './parse-cell.ts';
import { parseDate } from './parse-date.ts';

type Row = readonly string[];

/** Where a table begins below its title, and how many lines name its columns. */
export type HeaderPlace = { readonly at: number; readonly lines: 1 | 2 };

/** A table that has not begun by this row has no preamble. */
const longestPreamble = 40;

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
const filledOf = (row: Row): number => row.filter(isFilled).length;

const isValue = (cell: string): boolean =>
  parseNumber(cell, '.') !== undefined || parseDate(cell, 'dmy') !== undefined;

/** Whether a row can name columns: distinct words, none of them a number or a day. */
const canName = (row: Row): boolean => {
  const words = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return words.length >= 2 && new Set(words).size === words.length && !words.some(isValue);
};

/** How many cells most rows of the table have filled. */
const usualWidth = (rows: readonly Row[]): number => {
  const tally = new Map<number, number>();
  for (const row of rows) {
    const filled = filledOf(row);
    if (filled >= 2) tally.set(filled, (tally.get(filled) ?? 0) + 1);
  }
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
};

/** Names a spreadsheet makes up for the columns of a table it cannot read: none of them says anything. */
const generated = /^\s*(?:column|列|field|unnamed:?)\s*\d+\s*$/iu;

/** Whether a row is a title or a remark rather than a part of a table that wide. */
const isRemark = (row: Row, width: number): boolean => {
  const filled = filledOf(row);
  if (row.filter((cell) => generated.test(cell)).length * 2 > filled && width > 2) return true;
  if (row.length === 1 || filled === 0) return true;
  return (filled === 1 && width >= 3) || (filled === 2 && width >= 6);
};

const findStart = (rows: readonly Row[]): number => {
  const width = usualWidth(rows);
  if (width < 2) return 0;
  const at = rows.slice(0, longestPreamble + 1).findIndex((row) => !isRemark(row, width));
  if (at <= 0 || at > longestPreamble || rows.length < at + 2) return 0;
  const header = rows[at] ?? [];
  return canName(header) && filledOf(header) * 2 >= width ? at : 0;
};

/**
 * Whether two lines name the columns, as merged cells of a sheet leave them: the upper line has gaps
 * that the lower one fills, no column is without a name, and values stand below words.
 */
const isTwoLines = (upper: Row, lower: Row, below: readonly Row[]): boolean => {
  const width = Math.max(upper.length, lower.length);
  const columns = Array.from({ length: width }, (_, at) => at);
  const gaps = columns.filter((at) => !isFilled(upper[at]) && isFilled(lower[at]));
  if (gaps.length === 0 || !isFilled(upper[0]) || lower.some(isValue)) return false;
  if (columns.some((at) => !isFilled(upper[at]) && !isFilled(lower[at]))) return false;
  if (!gaps.some((at) => isFilled(upper[at - 1]) && isFilled(lower[at - 1]))) return false;
  return columns.some(
    (at) => isFilled(lower[at]) && below.length > 0 && below.every((row) => isValue(row[at] ?? '')),
  );
};

/** Finds the header of a table in its first rows: below a title and remarks, in one line or two. */
export const findHeader = (rows: readonly Row[]): HeaderPlace => {
  const at = findStart(rows);
  const [upper = [], lower = []] = rows.slice(at);
  const two = isTwoLines(upper, lower, rows.slice(at + 2, at + 12));
  return { at, lines: two ? 2 : 1 };
};

/** One header of two lines: a name that spans columns is put before each of theirs. */
export const joinHeader = (upper: Row, lower: Row): string[] => {
  let span = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const above = (upper[at] ?? '').trim();
    const below = (lower[at] ?? '').trim();
    if (above !== '') span = above;
    if (below === '') return span;
    return span === '' || span === below ? below : `${span} ${below}`;
  });
};
