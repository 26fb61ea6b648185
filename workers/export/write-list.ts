import Papa from 'papaparse';
import type { ExportContract, ExportReceipt } from '#contracts/export.ts';
import type { ListCell } from '#core/exports/list-columns.ts';
import { safeCell } from '#core/exports/safe-cell.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { ui as english } from '#i18n/en/ui.ts';
import { ui as chinese } from '#i18n/zh/ui.ts';
import type { Job } from '#rpc/serve.ts';
import { type ListTable, readList } from './list-rows.ts';

type List = ExportContract['list'];
type Watch = Pick<Job<List['progress']>, 'signal' | 'progress'>;
type YesNo = { readonly yes: string; readonly no: string };

const yesNoOf = { en: english, zh: chinese } as const;

/** A workbook is made in memory: longer lists are for CSV. */
const mostWorkbookRows = 200_000;

const pad = (part: number) => String(part).padStart(2, '0');

/** An instant as a spreadsheet reads it, in the tablet's zone: `YYYY-MM-DD HH:MM`. */
const localTime = (at: number): string => {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
};

const textCell = (cell: ListCell, { yes, no }: YesNo): string | number => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? yes : no;
  if (typeof cell === 'object') return localTime(cell.at);
  return typeof cell === 'number' ? cell : safeCell(cell);
};

const writeCsv = async (
  { headers, batches }: ListTable,
  words: YesNo,
  job: Watch,
): Promise<Result<ExportReceipt>> => {
  const lines = (rows: readonly (readonly (string | number)[])[]) =>
    `${Papa.unparse(rows as (string | number)[][], { newline: '\r\n' })}\r\n`;
  // The byte order mark tells spreadsheets that this is UTF-8.
  const parts: Blob[] = [new Blob([`\uFEFF${lines([headers.map(safeCell)])}`])];
  let count = 0;
  for await (const batch of batches) {
    if (job.signal.aborted) return refuse('cancelled');
    if (batch.length === 0) continue;
    parts.push(new Blob([lines(batch.map((row) => row.map((cell) => textCell(cell, words))))]));
    count += batch.length;
    job.progress({ rows: count });
  }
  if (count === 0) return refuse('nothing-to-export');
  return accept({ file: new Blob(parts, { type: 'text/csv' }), count });
};

const isDay = /^\d{4}-\d{2}-\d{2}$/u;

/** Excel's days have no zone: the library writes the UTC parts of a Date. */
const zoneless = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000);

const bookCell = (cell: ListCell, { yes, no }: YesNo) => {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return cell ? yes : no;
  if (typeof cell === 'object') return { value: zoneless(cell.at), format: 'yyyy-mm-dd hh:mm' };
  if (typeof cell === 'number') return cell;
  if (isDay.test(cell)) return { value: new Date(`${cell}T00:00:00Z`), format: 'yyyy-mm-dd' };
  // A cell of a workbook is text by its type: nothing in it is run, but it may be saved as CSV later.
  return { value: safeCell(cell), type: String };
};

const writeWorkbook = async (
  { headers, batches }: ListTable,
  words: YesNo,
  job: Watch,
): Promise<Result<ExportReceipt>> => {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const rows: ReturnType<typeof bookCell>[][] = [];
  for await (const batch of batches) {
    if (job.signal.aborted) return refuse('cancelled');
    for (const row of batch) rows.push(row.map((cell) => bookCell(cell, words)));
    if (rows.length > mostWorkbookRows) return refuse('list-too-long', { most: mostWorkbookRows });
    job.progress({ rows: rows.length });
  }
  if (rows.length === 0) return refuse('nothing-to-export');
  const head = headers.map((value) => ({ value: safeCell(value), fontWeight: 'bold' as const }));
  const file = await writeExcelFile([head, ...rows]).toBlob();
  return accept({ file, count: rows.length });
};

/**
 * Writes a list as CSV (UTF-8 with a byte order mark, commas, CRLF) or as a workbook.
 * Refuses: cancelled, nothing-to-export, list-too-long (workbooks only).
 */
export const writeList = async (
  db: Database,
  input: List['input'],
  job: Watch,
): Promise<Result<ExportReceipt>> => {
  const table = await readList(db, input);
  const words = yesNoOf[input.language];
  return input.form === 'csv' ? writeCsv(table, words, job) : writeWorkbook(table, words, job);
};
