/** A number or a percentage as a spreadsheet reads it, or phone numbers in international form. */
const isHarmless = /^[+-]?\d+(?:[.,]\d+)?%?$|^\+[\d\s()./-]{4,}(?:; \+?[\d\s()./-]{3,})*$/u;
const startsFormula = /^[=+\-@\t\r\n\0]/u;

/**
 * Text as it may stand in a spreadsheet: what would be run as a formula gets an apostrophe in front
 * (OWASP, CSV injection). So does text that starts with an apostrophe before such a sign, so that
 * `openSafeCell` gives back exactly what was there.
 */
export const safeCell = (text: string): string =>
  (startsFormula.test(text) && !isHarmless.test(text)) || /^'+[=+\-@\t\r\n\0]/u.test(text)
    ? `'${text}`
    : text;

/** The text a safe cell was made of. */
export const openSafeCell = (cell: string): string =>
  /^'+[=+\-@\t\r\n\0]/u.test(cell) ? cell.slice(1) : cell;
