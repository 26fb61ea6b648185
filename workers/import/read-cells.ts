import type { ColumnReading } from '#core/imports/column-facts.ts';
import type { ImportError } from '#core/imports/import-journal.ts';
import { isNotFinite, parseDate, parseNumber } from '#core/imports/parse-cell.ts';
import type { CustomValue } from '#core/record.ts';

/**
 * A cell as its column reads it. Blank is null; "NaN" and "inf" in a column of numbers stay text,
 * so that nothing is lost, and count as missing where the model learns.
 */
export const readCell = (cell: string, { type, decimal, dates }: ColumnReading): CustomValue => {
  if (type === 'text' || type === 'choice' || type === 'yesno') return cell === '' ? null : cell;
  if (cell.trim() === '') return null;
  if (type === 'number') {
    const value = parseNumber(cell, decimal);
    return value ?? (isNotFinite(cell) ? cell.trim() : cell);
  }
  return parseDate(cell, dates) ?? cell;
};

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
