import type { FieldType } from '#core/customers/field-definition.ts';
import type { ImportError } from '#core/imports/import-journal.ts';

export type FileKind = 'customers' | 'orders';

/** Where a column of a file goes. `custom` keeps it as a custom field under its exact header. */
export type ColumnMapping = {
  readonly header: string;
  /** A field of the entity (core/imports lists them), `custom`, or `skip`. */
  readonly field: string;
  readonly type: FieldType;
};

export type FileSettings = {
  readonly encoding: string;
  readonly delimiter: string;
  readonly hasHeader: boolean;
  readonly dates: 'dmy' | 'mdy' | 'ymd' | 'auto';
  readonly decimal: '.' | ',' | 'auto';
  /** Rows above the header that are left out; found out where nobody says. */
  readonly headerAt?: number;
  /** The sheet of a workbook. */
  readonly sheet?: string;
};

/** The forms a table comes in. */
export type TableForm = 'csv' | 'tsv' | 'xlsx' | 'vcard';

/** What a person should know about how a file was read; nothing of a file goes unsaid. */
export type TableRemark = {
  readonly about: 'preamble' | 'two-line-header' | 'macros' | 'hidden-rows' | 'photos';
  readonly count: number;
  /** The first lines meant, shortened. */
  readonly lines?: readonly string[];
};

/** A sheet of a workbook that can be chosen. */
export type SheetChoice = { readonly name: string; readonly hidden: boolean };

export type FileReading = {
  readonly settings: FileSettings;
  readonly form: TableForm;
  readonly sheets: readonly SheetChoice[];
  readonly remarks: readonly TableRemark[];
  readonly kind: FileKind;
  readonly columns: readonly (ColumnMapping & { readonly samples: readonly string[] })[];
  /** What only a person can tell: both orders fit every date of a column. Unanswered, it stays text. */
  readonly questions: readonly { readonly header: string; readonly about: 'dates' }[];
  /** The first rows as text, at most 50. */
  readonly preview: readonly (readonly string[])[];
  readonly bytes: number;
};

export type ImportReceipt = {
  readonly importId: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rowsRead: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly errors: readonly ImportError[];
  /** What orders files also made. */
  readonly made: {
    readonly customers: number;
    readonly orders: number;
    readonly products: number;
    readonly returns: number;
  };
  readonly ms: number;
};

/** workers/import: files become sealed records, in batches, with a journal. */
export type ImportContract = {
  /** Looks at the head of a file and proposes how to read it. Writes nothing. */
  inspect: {
    input: {
      readonly file: Blob;
      readonly name: string;
      readonly settings?: Partial<FileSettings>;
      readonly kind?: FileKind;
      readonly map?: 'auto' | 'none';
    };
    output: FileReading;
    progress: never;
  };
  /** Reads the whole file and writes it. Cancelled or refused: nothing of it is left behind. */
  run: {
    input: {
      readonly importId: string;
      readonly file: Blob;
      readonly name: string;
      readonly as: FileKind;
      readonly settings: FileSettings;
      readonly columns: readonly ColumnMapping[];
      /** ISO 4217, for amounts without one. */
      readonly currency: string;
      /** Instant of the import, ms UTC. */
      readonly now: number;
    };
    output: ImportReceipt;
    progress: {
      readonly bytes: number;
      readonly totalBytes: number;
      readonly rows: number;
      readonly skipped: number;
    };
  };
  /** Removes every record an import made (also a half-finished one after a crash). */
  undo: {
    input: { readonly importId: string; readonly now: number };
    output: { readonly removed: number };
    progress: { readonly removed: number };
  };
};
