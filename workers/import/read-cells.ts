import type { ImportError } from '#core/imports/import-journal.ts';
import { mendWidth } from '#core/imports/mend-width.ts';
import { parseNumber, parsePercent } from '#core/imports/parse-cell.ts';
import { parseDate } from '#core/imports/parse-date.ts';
import type { ColumnReading } from '#core/imports/read-column.ts';
import type { CustomValue } from '#core/record.ts';

const isoDay = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/u;

/**
 * A cell as its column reads it. An empty cell is null. What is no number in a column of numbers
 * ("NaN", "n/a", a blank) stays text, so that nothing is lost, and is missing where the model learns.
 * A date is turned to `YYYY-MM-DD…`; one that begins so stays as it is.
 */
export const readCell = (cell: string, reading: ColumnReading): CustomValue => {
  const { type, decimal, dates, percent } = reading;
  if (cell === '') return null;
  if (type === 'number') return (percent ? parsePercent : parseNumber)(cell, decimal) ?? cell;
  if (type !== 'date') return cell;
  const date = parseDate(cell, dates);
  return date === undefined || isoDay.test(cell) ? cell : date;
};

/** The row as it is read: mended where an unquoted delimiter can only be meant one way (mendWidth). */
export const mendRow = (
  row: readonly string[],
  width: number,
  { delimiter }: { readonly delimiter?: string | undefined },
): readonly string[] =>
  row.length > width && delimiter !== undefined ? (mendWidth(row, width, delimiter) ?? row) : row;

/**
 * Why a row of this width cannot be read under its header, or undefined. Extra cells that are blank
 * are harmless; missing cells may be a torn row, so the row is named and left out.
 */
export const refuseWidth = (
  row: readonly string[],
  width: number,
  index: number,
): ImportError | undefined => {
  if (row.length < width) return { row: index, column: '', reason: 'too-few-cells' };
  const extra = row.slice(width).find((cell) => cell.trim() !== '');
  if (extra === undefined) return undefined;
  return { row: index, column: '', reason: 'too-many-cells', value: extra.slice(0, 200) };
};

/** The longest cell that is kept, in UTF-16 units. */
export const longestCell = 1 << 20;

/** The first cell of a row that is too long, as a refusal. */
export const refuseLength = (
  row: readonly string[],
  headers: readonly string[],
  index: number,
): ImportError | undefined => {
  const at = row.findIndex((cell) => cell.length > longestCell);
  if (at < 0) return undefined;
  return { row: index, column: headers[at] ?? '', reason: 'cell-too-long' };
};
