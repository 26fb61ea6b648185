import type {
  ColumnMapping,
  FileKind,
  FileSettings,
  ImportChoices,
  ImportReceipt,
} from '#contracts/import.ts';
import type { CustomerReasons, LearnContract } from '#contracts/learn.ts';
import type { ColumnTarget } from '#core/predictions/training-input.ts';
import type { Result } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { BenchPage } from './bench-contract.ts';

/** A file of the machine, at the address where the page can fetch it. */
export type OfferedFile = { readonly url: string; readonly name: string };

/** How to read files, where a person has said it. */
export type GivenSettings = Partial<
  Pick<FileSettings, 'encoding' | 'delimiter' | 'dates' | 'decimal'>
>;

export type ImportedFile = {
  readonly as: FileKind;
  readonly columns: readonly ColumnMapping[];
  readonly receipt: ImportReceipt;
  readonly settings: FileSettings;
};

/** Several files of one import. */
export type ImportFilesInput = {
  readonly database: string;
  readonly files: readonly { readonly file: OfferedFile; readonly as?: FileKind }[];
  readonly map: 'auto' | 'none';
  readonly settings: GivenSettings;
  readonly choices: ImportChoices;
  readonly now: number;
};

/** One of several files, as it was read. */
export type ReadFile = {
  readonly as: FileKind;
  readonly columns: readonly ColumnMapping[];
};

export type ImportedFiles = {
  readonly files: readonly ReadFile[];
  readonly receipt: ImportReceipt;
};

export type ImportInput = {
  readonly database: string;
  readonly file: OfferedFile;
  readonly as?: FileKind;
  readonly map: 'auto' | 'none';
  readonly settings: GivenSettings;
  readonly now: number;
  /** Refuse a file that leaves a question open, instead of keeping the column as text. */
  readonly ask?: boolean;
};

export type PredictInput = {
  readonly train: OfferedFile;
  readonly test: OfferedFile;
  readonly settings: GivenSettings;
  readonly learn: LearnContract['train']['input'] & { readonly target: ColumnTarget };
  /** Where `row,probability` is posted. */
  readonly scoresUrl: string | null;
  /** Of how many rows of the test file reasons are wanted, from the first on. */
  readonly reasons: number;
  /** Where each file of the exported model is posted, by name; null: no export is wanted. */
  readonly exportUrls: Readonly<Record<string, string>> | null;
};

export type PredictOutput = {
  readonly model: LearnContract['train']['output'];
  readonly trainRows: ImportReceipt;
  readonly testRows: ImportReceipt;
  /** Columns learned from that the test file lacks: they count as empty; and those only it has. */
  readonly columnsGone: readonly string[];
  readonly columnsAdded: readonly string[];
  /** Rows of the test file that were refused and got the base rate. */
  readonly unscored: number;
  /** Names of the files the model was exported to. */
  readonly exported: readonly string[];
  /** By row of the test file; rows that were refused have none. */
  readonly reasons: readonly (CustomerReasons & { readonly row: number })[];
  readonly ms: { readonly import: number; readonly score: number; readonly reasons: number };
};

/** Headers of an orders file. */
export type OrderHeaders = {
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  readonly order: string | null;
};

export type SegmentInput = {
  readonly file: OfferedFile;
  readonly settings: GivenSettings;
  /** Absent for a table of customers. */
  readonly orders: OrderHeaders | null;
  readonly columns: readonly string[];
  readonly log: readonly string[];
  readonly scale: 'standard' | 'robust' | 'none';
  readonly k: number | 'auto' | 'grid';
  readonly seed: number;
  readonly now: number;
  readonly labelsUrl: string | null;
  readonly matrixUrl: string | null;
};

export type SegmentOutput = {
  readonly run: SegmentRun;
  readonly rows: ImportReceipt;
  readonly leftOut: number;
  readonly ms: { readonly import: number; readonly segment: number };
};

export type RepurchaseInput = LearnContract['repurchase']['input'] & {
  readonly file: OfferedFile;
  readonly settings: GivenSettings;
  readonly orders: OrderHeaders;
  readonly now: number;
  /** Where `customer,probability,expected` is posted. */
  readonly scoresUrl: string | null;
};

export type RepurchaseOutput = Omit<
  LearnContract['repurchase']['output'],
  'probabilities' | 'expected'
> & { readonly orders: ImportReceipt; readonly importMs: number };

export type ClassifyInput = {
  readonly train: OfferedFile;
  readonly test: OfferedFile;
  readonly valid: OfferedFile | null;
  readonly text: string;
  readonly label: string;
  readonly outUrl: string | null;
  readonly seed: number;
  readonly now: number;
};

export type ClassifyOutput = {
  readonly rows: { readonly train: number; readonly test: number };
  readonly labels: number;
  readonly trainMs: number;
  readonly queryMs: number;
  readonly modelBytes: number;
  readonly importMs: number;
};

/** What the laboratory's page can do; Node calls it by name with plain data. */
export type LabPage = BenchPage & {
  /** Imports files that belong together, in one import. */
  readonly importFiles: (input: ImportFilesInput) => Promise<Result<ImportedFiles>>;
  readonly importFile: (input: ImportInput) => Promise<Result<ImportedFile>>;
  /** Posts every record of a database, one JSON object a line; resolves to the number of lines. */
  readonly dumpTables: (input: {
    readonly database: string;
    readonly importId: string;
    readonly files: readonly string[];
    readonly url: string;
  }) => Promise<Result<number>>;
  readonly predict: (input: PredictInput) => Promise<Result<PredictOutput>>;
  readonly segment: (input: SegmentInput) => Promise<Result<SegmentOutput>>;
  readonly repurchase: (input: RepurchaseInput) => Promise<Result<RepurchaseOutput>>;
  readonly classify: (input: ClassifyInput) => Promise<Result<ClassifyOutput>>;
};

/** Set by the page when it is ready. */
export type LabWindow = {
  rapportLab?: LabPage;
  /** Exposed by Node: one line of progress. */
  labLog?: (line: string) => Promise<void>;
};
