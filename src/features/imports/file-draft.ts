import type { ColumnMapping, FileKind, FileReading, FileSettings } from '#contracts/import.ts';
import type { Refusal } from '#core/result.ts';
import type { KeptMapping } from './recall-mapping.ts';

/** What a person has said about one file so far; the file itself stays on the tablet's disk. */
export type FileDraft = {
  readonly id: string;
  readonly blob: Blob;
  readonly name: string;
  /** What the person changed; everything else is as the file was read. */
  readonly chosen: Partial<FileSettings>;
  readonly kind: FileKind | undefined;
  /** Whether the kind comes from the files beside it, not from a person. */
  readonly isRelated: boolean;
  readonly reading: FileReading | undefined;
  readonly columns: readonly ColumnMapping[];
  /** The earlier import whose columns went where these go now. */
  readonly kept: KeptMapping | undefined;
  readonly isReading: boolean;
  readonly refusal: Refusal | undefined;
};

export type ColumnPart = Partial<Pick<ColumnMapping, 'field' | 'type'>>;

export type FileAction =
  | { readonly type: 'settings-chosen'; readonly settings: Partial<FileSettings> }
  | { readonly type: 'kind-chosen'; readonly kind: FileKind | undefined }
  | { readonly type: 'kind-related'; readonly kind: FileKind | undefined }
  | {
      readonly type: 'read';
      readonly reading: FileReading;
      readonly kept?: KeptMapping | undefined;
    }
  | { readonly type: 'unreadable'; readonly refusal: Refusal }
  | { readonly type: 'column-mapped'; readonly at: number; readonly part: ColumnPart }
  | { readonly type: 'proposal-taken' };

export const newFile = (id: string, blob: Blob, name: string): FileDraft => ({
  id,
  blob,
  name,
  chosen: {},
  kind: undefined,
  isRelated: false,
  reading: undefined,
  columns: [],
  kept: undefined,
  isReading: true,
  refusal: undefined,
});

const mappingOf = ({ header, field, type }: ColumnMapping): ColumnMapping => ({
  header,
  field,
  type,
});

/** The column of reasons in a file of refused rows is no column of the person's. */
const isReason = (header: string): boolean => /[(（]Rapport[)）]$/u.test(header);

const proposed = ({ columns }: FileReading): readonly ColumnMapping[] =>
  columns.map((column) =>
    isReason(column.header) ? { ...mappingOf(column), field: 'skip' } : mappingOf(column),
  );

const sameHeaders = (file: FileDraft, reading: FileReading) =>
  file.reading?.kind === reading.kind &&
  file.columns.length === reading.columns.length &&
  file.columns.every(({ header }, at) => header === reading.columns[at]?.header);

/** The columns as read; what a person said of them before stays while they have the same names. */
const mappedBefore = (file: FileDraft, reading: FileReading): readonly ColumnMapping[] =>
  reading.columns.map((column, at) => {
    const before = file.columns[at] ?? column;
    const isOwnType = before.type !== file.reading?.columns[at]?.type;
    return { ...before, type: isOwnType ? before.type : column.type };
  });

/** A field that is not a custom one takes one column: the newer choice wins. */
const withField = (
  columns: readonly ColumnMapping[],
  at: number,
  part: ColumnPart,
): readonly ColumnMapping[] => {
  const { field } = part;
  const isSingle = field !== undefined && field !== 'custom' && field !== 'skip';
  return columns.map((column, place) => {
    if (place === at) return { ...column, ...part };
    return isSingle && column.field === field ? { ...column, field: 'custom' } : column;
  });
};

const read = (
  file: FileDraft,
  reading: FileReading,
  kept: KeptMapping | undefined,
): Pick<FileDraft, 'columns' | 'kept'> => {
  if (sameHeaders(file, reading)) return { columns: mappedBefore(file, reading), kept: file.kept };
  const columns = proposed(reading);
  if (kept === undefined) return { columns, kept };
  const asBefore = columns.map((column) => ({
    ...column,
    field: kept.fields[column.header] ?? column.field,
  }));
  const isOther = asBefore.some(({ field }, at) => field !== columns[at]?.field);
  return { columns: asBefore, kept: isOther ? kept : undefined };
};

/** Where the header stands was found out under other settings. */
const withSettings = (
  chosen: Partial<FileSettings>,
  settings: Partial<FileSettings>,
): Partial<FileSettings> => {
  const isOther = ['encoding', 'delimiter', 'sheet'].some((key) => key in settings);
  const { headerAt: _, hasHeader: __, ...rest } = chosen;
  return { ...(isOther ? rest : chosen), ...settings };
};

/** What a file's draft becomes when something happens to it. */
export const reduceFile = (file: FileDraft, action: FileAction): FileDraft => {
  const calm = { ...file, refusal: undefined };
  switch (action.type) {
    case 'settings-chosen':
      return { ...calm, chosen: withSettings(file.chosen, action.settings), isReading: true };
    case 'kind-chosen':
      return { ...calm, kind: action.kind, isRelated: false, isReading: true };
    case 'kind-related':
      return { ...calm, kind: action.kind, isRelated: action.kind !== undefined, isReading: true };
    case 'read': {
      const { reading, kept } = action;
      return { ...calm, reading, ...read(file, reading, kept), isReading: false };
    }
    case 'unreadable':
      return { ...file, refusal: action.refusal, isReading: false };
    case 'column-mapped':
      return { ...calm, columns: withField(file.columns, action.at, action.part) };
    case 'proposal-taken': {
      const columns = file.reading === undefined ? file.columns : proposed(file.reading);
      return { ...calm, columns, kept: undefined };
    }
  }
};
