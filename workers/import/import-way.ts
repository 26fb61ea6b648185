import type { CheckedRow, ImportContract } from '#contracts/import.ts';
import { minorDigits } from '#core/sales/line-total.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import type { ImportWriter, Tally } from './import-writer.ts';
import type { Join, Lookup } from './join-lookups.ts';
import type { LinkBook } from './link-book.ts';
import type { OpenFile } from './open-file.ts';

export type RunJob = Job<ImportContract['run']['progress']>;
export type RunInput = ImportContract['run']['input'];

/** What every part of an import works with. */
export type ImportWay = {
  readonly db: Database;
  readonly input: RunInput;
  readonly job: RunJob;
  readonly writer: ImportWriter;
  readonly book: LinkBook;
  readonly lookups: Lookup[];
  /** Custom fields this import has defined, by entity and header. */
  readonly defined: Set<string>;
  /** Whether other files may name the customers and products of this one. */
  readonly isLinking: boolean;
  /** Nothing is written: what would be is counted and shown. */
  readonly isDry: boolean;
  readonly shown: { readonly added: CheckedRow[]; readonly updated: CheckedRow[] };
  /** Tells the page how far the import is, over all files. */
  readonly tell: (file: OpenFile, bytes: number) => void;
  readonly joinsFor: (file: OpenFile) => readonly Join[];
};

/** Rows shown of each kind in a dry run. */
const mostShown = 50;

export const showAdded = (way: ImportWay, file: OpenFile, row: number, name: string): void => {
  if (way.isDry && way.shown.added.length < mostShown)
    way.shown.added.push({ file: file.source.name, row, name });
};

const sayMoney = (amountMinor: number, currency: string): string => {
  const digits = minorDigits(currency);
  return `${(amountMinor / 10 ** digits).toFixed(digits)} ${currency}`;
};

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'object' && 'amountMinor' in value && 'currency' in value)
    return sayMoney(Number(value.amountMinor), String(value.currency));
  return typeof value === 'object' ? Object.values(value).map(textOf).join(' ') : String(value);
};

const untold = new Set(['updatedAt', 'rev', 'sourceRow', 'ord', 'importId', 'id', 'createdAt']);

/** What an update changes, field by field, the custom ones by their headers. */
export const changesOf = (before: object, after: object): NonNullable<CheckedRow['changes']> => {
  const flat = (record: object) => {
    const { custom = {}, ...rest } = record as { custom?: object };
    return { ...rest, ...custom } as Record<string, unknown>;
  };
  const [old, next] = [flat(before), flat(after)];
  return Object.keys(next)
    .filter((field) => !untold.has(field) && textOf(old[field]) !== textOf(next[field]))
    .map((field) => ({ field, before: textOf(old[field]), after: textOf(next[field]) }));
};

export const showUpdated = (
  way: ImportWay,
  file: OpenFile,
  row: number,
  records: { readonly name: string; readonly before: object; readonly after: object },
): void => {
  if (!way.isDry || way.shown.updated.length >= mostShown) return;
  const changes = changesOf(records.before, records.after);
  way.shown.updated.push({ file: file.source.name, row, name: records.name, changes });
};

/** The id of a record made from a row: it tells the file and the row it came from. */
export const idOfRow = (way: ImportWay, file: OpenFile, row: number): string =>
  `${way.input.importId}-${file.at}.${row.toString(36)}`;

export const sumTallies = (tallies: readonly Tally[]): Tally => ({
  rowsRead: tallies.reduce((sum, tally) => sum + tally.rowsRead, 0),
  added: tallies.reduce((sum, tally) => sum + tally.added, 0),
  updated: tallies.reduce((sum, tally) => sum + tally.updated, 0),
  skipped: tallies.reduce((sum, tally) => sum + tally.skipped, 0),
  attached: tallies.reduce((sum, tally) => sum + tally.attached, 0),
  mended: tallies.reduce((sum, tally) => sum + tally.mended, 0),
  errors: tallies.flatMap(({ errors }) => errors).slice(0, 1000),
});
