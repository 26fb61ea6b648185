import type { FieldType } from '#core/customers/field-definition.ts';
import type { FileKind } from '#core/imports/file-kinds.ts';
import type { ImportError, ImportedFileCounts } from '#core/imports/import-journal.ts';

export type { FileKind } from '#core/imports/file-kinds.ts';

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
  readonly about: 'preamble' | 'two-line-header' | 'macros' | 'short-years';
  readonly count: number;
  /** The first lines meant, shortened. */
  readonly lines?: readonly string[];
};

/** A sheet of a workbook that can be chosen. */
export type SheetChoice = { readonly name: string; readonly hidden: boolean };

/** A row at the top of a file that may name its columns. */
export type HeadRow = { readonly at: number; readonly text: string };

export type FileReading = {
  readonly settings: FileSettings;
  readonly form: TableForm;
  readonly sheets: readonly SheetChoice[];
  readonly remarks: readonly TableRemark[];
  /** The first rows as they stand in the file: any of them may be chosen as the header. */
  readonly head: readonly HeadRow[];
  readonly kind: FileKind;
  readonly columns: readonly (ColumnMapping & { readonly samples: readonly string[] })[];
  /** What only a person can tell: both orders fit every date of a column. Unanswered, it stays text. */
  readonly questions: readonly { readonly header: string; readonly about: 'dates' }[];
  /** The first rows as text, at most 50. */
  readonly preview: readonly (readonly string[])[];
  readonly bytes: number;
};

/** A file of an import, and how it is to be read. */
export type ImportSource = {
  readonly file: Blob;
  readonly name: string;
  readonly as: FileKind;
  readonly settings: FileSettings;
  readonly columns: readonly ColumnMapping[];
};

/** A name in one file that differs from a known one only in spaces, case and signs. */
export type NearKey = {
  readonly entity: 'customers' | 'products';
  /** As the file says it. */
  readonly said: string;
  /** The name that is known. */
  readonly known: string;
  readonly count: number;
  /** Whether it was taken as the same. */
  readonly isLinked: boolean;
};

/** A key that stands nowhere: its records stay, without a link, the word kept as a field. */
export type UnlinkedKey = {
  readonly entity: 'customers' | 'products';
  readonly said: string;
  readonly count: number;
};

/** Whether two names that are nearly one mean the same. */
export type SameName = 'link' | 'apart';

/** What becomes of a row that is there already. `add`: nothing is compared. */
export type DuplicateRule = 'skip' | 'update' | 'add';

/** Choices of a person about the whole import. */
export type ImportChoices = {
  /** Default `update`. */
  readonly duplicates?: DuplicateRule;
  /** By external ids alone, or also by e-mail, phone, and name with city. Default `key`. */
  readonly matchBy?: 'key' | 'all';
  /** Whether `GTXPro` is `GTX Pro`, for all such pairs nothing else is said of. Default `apart`. */
  readonly sameNames?: SameName;
  /** The same, pair by pair: by `nearPair`. */
  readonly samePairs?: Readonly<Record<string, SameName>>;
  /** ISO 3166: whose phones are written without a country code. */
  readonly country?: string;
};

type ImportInput = ImportSource &
  ImportChoices & {
    readonly importId: string;
    /** More files of the same import; they and the first find each other in any order. */
    readonly others?: readonly ImportSource[];
    /** ISO 4217, for amounts without one. */
    readonly currency: string;
    /** Instant of the import, ms UTC. */
    readonly now: number;
  };

type Progress = {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
  readonly skipped: number;
};

/** What came of one file. */
export type FileReceipt = ImportedFileCounts & {
  readonly encoding: string;
  readonly delimiter: string;
  readonly errors: readonly ImportError[];
  /** Columns that were left out though nobody said so, and why. */
  readonly leftOut: readonly { readonly header: string; readonly why: 'no-room' }[];
};

export type ImportReceipt = {
  readonly importId: string;
  /** Of the first file. */
  readonly encoding: string;
  readonly delimiter: string;
  /** Of all files: rowsRead = added + updated + skipped. */
  readonly rowsRead: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly errors: readonly ImportError[];
  readonly files: readonly FileReceipt[];
  /** What orders files also made. */
  readonly made: {
    readonly customers: number;
    readonly orders: number;
    readonly products: number;
    readonly returns: number;
  };
  readonly near: readonly NearKey[];
  /** At most 200, the most frequent first. */
  readonly unlinked: readonly UnlinkedKey[];
  readonly ms: number;
};

/** A row as the dry run would treat it. */
export type CheckedRow = {
  readonly file: string;
  /** 0-based data row. */
  readonly row: number;
  readonly name: string;
  /** What an update would change. */
  readonly changes?: readonly {
    readonly field: string;
    readonly before: string;
    readonly after: string;
  }[];
};

/** What an import would do. Nothing is written. */
export type ImportCheck = Omit<ImportReceipt, 'importId'> & {
  /** The first 50 of each. */
  readonly rows: {
    readonly added: readonly CheckedRow[];
    readonly updated: readonly CheckedRow[];
  };
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
    input: ImportInput;
    output: ImportReceipt;
    progress: Progress;
  };
  /** Goes through everything an import would do, and writes nothing. */
  check: {
    input: ImportInput;
    output: ImportCheck;
    progress: Progress;
  };
  /** Removes every record an import made (also a half-finished one after a crash). */
  undo: {
    input: { readonly importId: string; readonly now: number };
    output: { readonly removed: number };
    progress: { readonly removed: number };
  };
};
