import { parseNumber } from './parse-cell.ts';

/**
 * Whether the first row names the columns: its cells are distinct, filled and none is a number.
 * A file whose rows are all text is taken to have a header, as exports do.
 */
export const detectHeader = (rows: readonly (readonly string[])[]): boolean => {
  const [first] = rows;
  if (first === undefined) return false;
  const cells = first.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some((cell) => parseNumber(cell, '.') !== undefined))
    return false;
  return new Set(filled).size >= filled.length * 0.5;
};

/**
 * Column names that are unique and not empty: a repeated header gets " (2)", an empty one becomes
 * "Column 3"; otherwise the header is kept exactly.
 */
export const uniqueHeaders = (header: readonly string[]): string[] => {
  const taken = new Set<string>();
  return header.map((raw, at) => {
    const name = raw.trim() === '' ? `Column ${at + 1}` : raw;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
};
