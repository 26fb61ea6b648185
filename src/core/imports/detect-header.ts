import { parseNumber } from './parse-cell.ts';
import { parseDate } from './parse-date.ts';

const isValue = (cell: string): boolean =>
  parseNumber(cell, '.') !== undefined || parseDate(cell, 'dmy') !== undefined;

const isYear = (cell: string): boolean => /^(?:19|20)\d\d$/u.test(cell);

/**
 * Whether the first row names the columns: its cells are distinct and none is a number or a date
 * (years may stand beside names: `shop,2023,2024`). A file of text only is taken to have a header, as
 * exports do, unless most cells of the first row come again below.
 */
export const detectHeader = (rows: readonly (readonly string[])[]): boolean => {
  const [first, ...below] = rows;
  if (first === undefined) return false;
  const filled = first.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return false;
  const values = filled.filter(isValue);
  if (values.length === filled.length || !values.every(isYear)) return false;
  if (new Set(filled).size < filled.length * 0.5) return false;
  const again = first.filter(
    (cell, at) =>
      cell !== '' && below.some((row) => row[at] === cell && row.join() !== first.join()),
  );
  return again.length < 2 || again.length * 3 <= filled.length * 2;
};

/** Names every object has: a column of that name would be lost or break what reads it. */
const reserved = Object.getOwnPropertyNames(Object.prototype);

/**
 * Column names that are unique and not empty: a repeated header gets " (2)", an empty one becomes
 * "Column 3"; otherwise the header is kept exactly.
 */
export const uniqueHeaders = (header: readonly string[]): string[] => {
  const taken = new Set(reserved);
  return header.map((raw, at) => {
    const name = raw.trim() === '' ? `Column ${at + 1}` : raw;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
};
