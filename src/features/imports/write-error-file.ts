import type { ImportError } from '#core/imports/import-journal.ts';

/**
 * A cell of a CSV file. What a spreadsheet would run as a formula gets an apostrophe in front: a
 * refused cell is just where such a thing would hide (OWASP, CSV injection). Numbers and phones hold
 * no letters and stay as they are.
 */
export const csvCell = (text: string): string => {
  const isNumber = /^[+-]?[\d\s().,-]+$/u.test(text);
  const isFormula = /^[=+\-@\t\r]/u.test(text) && !isNumber;
  const safe = isFormula ? `'${text}` : text;
  return /[",;\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * The refused rows of a file as CSV text with a byte order mark, so that spreadsheets read Chinese:
 * every row as it was read, its reason in front. Mended, the file can be imported again. Rows whose
 * cells were not kept are not in it.
 */
export const writeErrorFile = (
  headers: readonly string[],
  errors: readonly ImportError[],
  reasonHead: string,
  reason: (error: ImportError) => string,
): string => {
  const rows = new Map<number, { readonly reasons: string[]; readonly cells: readonly string[] }>();
  for (const error of errors) {
    if (error.cells === undefined) continue;
    const row = rows.get(error.row) ?? { reasons: [], cells: error.cells };
    row.reasons.push(reason(error));
    rows.set(error.row, row);
  }
  const lines = [...rows.values()].map(({ reasons, cells }) => [reasons.join('; '), ...cells]);
  const text = [[reasonHead, ...headers], ...lines].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${text.join('\r\n')}\r\n`;
};
