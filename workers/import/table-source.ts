import type { HeadRow, SheetChoice, TableForm, TableRemark } from '#contracts/import.ts';
import type { ImportError } from '#core/imports/import-journal.ts';
import type { Refusal } from '#core/result.ts';

/** Some rows of a table, in order, and what was wrong around them. */
export type RowPart = {
  readonly rows: readonly (readonly string[])[];
  /** Bytes read so far, of `totalBytes`. */
  readonly bytes: number;
  /** Index, in `rows`, of rows that could not be read: they stand here so that they are counted. */
  readonly broken: readonly number[];
  /** Pictures, sounds and keys of cards that these rows leave out. */
  readonly attached?: number;
  /** Why nothing comes after this part, where the file ends badly. */
  readonly stopped?: Refusal;
};

/**
 * A file as rows of text cells, whatever its form: read as often as wanted, never in memory whole.
 * Rows begin with the header where there is one; what stands above it is left out and said.
 */
export type TableSource = {
  readonly form: TableForm;
  /** Empty where the form settles it. */
  readonly encoding: string;
  readonly delimiter: string;
  readonly sheet?: string;
  readonly sheets?: readonly SheetChoice[];
  /** Rows above the header that are left out. */
  readonly headerAt: number;
  /** Whether the first row is known to name the columns; undefined: it is to be found out. */
  readonly hasHeader?: boolean;
  readonly remarks: readonly TableRemark[];
  /** The first rows, the ones above the header too. */
  readonly head: readonly HeadRow[];
  readonly totalBytes: number;
  readonly brokenReason: ImportError['reason'];
  /** Tells one reading of the same bytes from another. */
  readonly key: string;
  /** The rows, or those within about the first `mostBytes`. */
  readonly rows: (mostBytes?: number) => AsyncGenerator<RowPart>;
};

/** The reason a row gets that could not be read. */
export const brokenRow = (source: Pick<TableSource, 'brokenReason'>, row: number): ImportError => ({
  row,
  column: '',
  reason: source.brokenReason,
});
