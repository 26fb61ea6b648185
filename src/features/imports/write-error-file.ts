import type { ImportError } from '#core/imports/import-journal.ts';

/**
 * A cell of a CSV file. What a spreadsheet would run as a formula gets an apostrophe in front: a
 * refused cell is just where such a thing would hide (OWASP, CSV injection). Numbers stay numbers.
 */
export const csvCell = (text: string): string => {
  const isNumber = /^-?\d+(?:[.,]\d+)?$/u.test(text);
  const isFormula = /^[=+\-@\t\r]/u.test(text) && !isNumber;
  const safe = isFormula ? `'${text}` : text;
  return /[",;\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * The refused rows as CSV text with a byte order mark, so that spreadsheets read Chinese. Rows count
 * from 1, the header not counted. `reason` words a refusal.
 */
export const writeErrorFile = (
  errors: readonly ImportError[],
  head: readonly string[],
  reason: (error: ImportError) => string,
): string => {
  const rows = errors.map((error) => [
    String(error.row + 1),
    error.column,
    error.value ?? '',
    reason(error),
  ]);
  const lines = [head, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
};
