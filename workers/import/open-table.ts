import { accept, type Result, refuse } from '#core/result.ts';
import { arrangeTable, type RawTable } from './arrange-table.ts';
import { readRows } from './read-rows.ts';
import { largestFile, readForm } from './scan-file.ts';
import type { TableSource } from './table-source.ts';

/** What a person said about a file; the rest is found out. */
export type TableSettings = {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly sheet?: string | undefined;
  readonly headerAt?: number | undefined;
};

const openText = async (file: Blob, settings: TableSettings): Promise<Result<RawTable>> => {
  const form = await readForm(file, settings);
  if (!form.ok) return form;
  const { encoding, delimiter, headerAt } = form.value;
  return accept({
    form: delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    delimiter,
    least: headerAt,
    padded: false,
    remarks: [],
    totalBytes: file.size,
    brokenReason: 'quote-not-closed',
    rows: (mostBytes = file.size) =>
      readRows(mostBytes < file.size ? file.slice(0, mostBytes) : file, encoding, delimiter),
  });
};

/**
 * Opens a file as a table, by what is in it: its name is only a hint.
 * Refuses: file-empty, file-too-large, file-binary, file-unreadable.
 */
export const openTable = async (
  file: Blob,
  _name: string,
  settings: TableSettings = {},
): Promise<Result<TableSource>> => {
  if (file.size === 0) return refuse('file-empty');
  if (file.size > largestFile)
    return refuse('file-too-large', { bytes: file.size, mostBytes: largestFile });
  const raw = await openText(file, settings);
  return raw.ok ? accept(await arrangeTable(raw.value, settings.headerAt)) : raw;
};
