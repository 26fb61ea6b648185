import { accept, type Result, refuse } from '#core/result.ts';
import type { RawTable } from './arrange-table.ts';
import { readSheet } from './read-sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './read-workbook.ts';

const hasRows = async (file: Blob, book: Workbook, sheet: Sheet): Promise<boolean> => {
  // One that is refused is not passed over: reading it says why.
  for await (const { rows, stopped } of readSheet(file, book, sheet))
    return rows.length > 0 || stopped !== undefined;
  return false;
};

/** The first sheet with rows, those that can be seen before those that are hidden. */
const firstFilled = async (file: Blob, book: Workbook): Promise<Sheet | undefined> => {
  const seen = book.sheets.filter(({ hidden }) => !hidden);
  const hidden = book.sheets.filter((sheet) => sheet.hidden);
  for (const sheet of [...seen, ...hidden].slice(0, 50))
    if (await hasRows(file, book, sheet)) return sheet;
  return undefined;
};

/**
 * Opens a sheet of a workbook as a table: the one asked for, else the first with rows.
 * Refuses what readWorkbook refuses, and file-no-rows.
 */
export const openWorkbook = async (
  file: Blob,
  wanted: string | undefined,
): Promise<Result<RawTable>> => {
  const book = await readWorkbook(file);
  if (!book.ok) return book;
  const { sheets, hasMacros } = book.value;
  const sheet = sheets.find(({ name }) => name === wanted) ?? (await firstFilled(file, book.value));
  if (sheet === undefined) return refuse('file-no-rows');
  return accept({
    form: 'xlsx',
    encoding: '',
    delimiter: '',
    sheet: sheet.name,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    least: 0,
    padded: true,
    remarks: hasMacros ? [{ about: 'macros', count: 1 }] : [],
    totalBytes: sheet.part.unpacked,
    brokenReason: 'bad-record',
    rows: (mostBytes) => readSheet(file, book.value, sheet, mostBytes),
  });
};
