import { accept, type Result, refuse } from '#core/result.ts';
import { arrangeTable, type RawTable } from './arrange-table.ts';
import { mendFolds } from './mend-folds.ts';
import { openCards } from './open-cards.ts';
import { readRows } from './read-rows.ts';
import { largestFile, readForm } from './scan-file.ts';
import { sniffForm } from './sniff-form.ts';
import type { TableSource } from './table-source.ts';

/** What a person said about a file; the rest is found out. */
export type TableSettings = {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly sheet?: string | undefined;
  readonly headerAt?: number | undefined;
  readonly hasHeader?: boolean | undefined;
};

const openText = async (
  given: Blob,
  settings: TableSettings,
  isCards: boolean,
): Promise<Result<RawTable>> => {
  const file = isCards ? await mendFolds(given) : given;
  const form = await readForm(file, settings);
  if (!form.ok) return form;
  if (isCards) return openCards(file, form.value.encoding);
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

/** What reads workbooks is fetched with the first of them. */
const openSheet = async (file: Blob, settings: TableSettings): Promise<Result<RawTable>> => {
  const { openWorkbook } = await import('./open-workbook.ts');
  return openWorkbook(file, settings.sheet);
};

/**
 * Opens a file as a table, by what is in it: its name is only a hint.
 * Refuses: file-empty, file-too-large, file-binary, file-unreadable, file-other-kind, file-encrypted,
 * file-no-rows, workbook-too-large, workbook-damaged.
 */
export const openTable = async (
  file: Blob,
  _name: string,
  settings: TableSettings = {},
): Promise<Result<TableSource>> => {
  if (file.size === 0) return refuse('file-empty');
  if (file.size > largestFile)
    return refuse('file-too-large', { bytes: file.size, mostBytes: largestFile });
  const form = await sniffForm(file);
  if (!form.ok) return form;
  const raw =
    form.value === 'workbook'
      ? await openSheet(file, settings)
      : await openText(file, settings, form.value === 'cards');
  return raw.ok ? accept(await arrangeTable(raw.value, settings)) : raw;
};
