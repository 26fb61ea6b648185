import type { ColumnMapping, FileKind, FileReading, FileSettings } from '#contracts/import.ts';
import type { Refusal } from '#core/result.ts';

/** The steps of an import, in order. */
export const importSteps = ['file', 'map', 'check', 'run', 'result'] as const;
export type ImportStep = (typeof importSteps)[number];

/** What a person has said about a file so far; the file itself stays on the tablet's disk. */
export type ImportDraft = {
  readonly step: ImportStep;
  readonly file: { readonly blob: Blob; readonly name: string } | undefined;
  /** What the person changed; everything else is as the file was read. */
  readonly chosen: Partial<FileSettings>;
  readonly kind: FileKind | undefined;
  readonly reading: FileReading | undefined;
  readonly columns: readonly ColumnMapping[];
  readonly isReading: boolean;
  readonly importId: string | undefined;
  readonly refusal: Refusal | undefined;
};

export type DraftAction =
  | { readonly type: 'file-chosen'; readonly blob: Blob; readonly name: string }
  | { readonly type: 'settings-chosen'; readonly settings: Partial<FileSettings> }
  | { readonly type: 'kind-chosen'; readonly kind: FileKind }
  | { readonly type: 'read'; readonly reading: FileReading }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | {
      readonly type: 'column-mapped';
      readonly at: number;
      readonly part: Partial<Pick<ColumnMapping, 'field' | 'type'>>;
    }
  | { readonly type: 'stepped'; readonly step: ImportStep }
  | { readonly type: 'started'; readonly importId: string }
  | { readonly type: 'finished' };

export const emptyDraft: ImportDraft = {
  step: 'file',
  file: undefined,
  chosen: {},
  kind: undefined,
  reading: undefined,
  columns: [],
  isReading: false,
  importId: undefined,
  refusal: undefined,
};

const mappingOf = ({ header, field, type }: ColumnMapping): ColumnMapping => ({
  header,
  field,
  type,
});

const sameHeaders = (draft: ImportDraft, reading: FileReading) =>
  draft.reading?.kind === reading.kind &&
  draft.columns.length === reading.columns.length &&
  draft.columns.every(({ header }, at) => header === reading.columns[at]?.header);

/** The columns as read; what a person said of them before stays while they have the same names. */
const mappedBefore = (draft: ImportDraft, reading: FileReading): readonly ColumnMapping[] => {
  if (!sameHeaders(draft, reading)) return reading.columns.map(mappingOf);
  return reading.columns.map((column, at) => {
    const before = draft.columns[at] ?? column;
    const isOwnType = before.type !== draft.reading?.columns[at]?.type;
    return { ...before, type: isOwnType ? before.type : column.type };
  });
};

/** A field that is not a custom one takes one column: the newer choice wins. */
const withField = (
  columns: readonly ColumnMapping[],
  at: number,
  part: Partial<Pick<ColumnMapping, 'field' | 'type'>>,
): readonly ColumnMapping[] => {
  const { field } = part;
  const isSingle = field !== undefined && field !== 'custom' && field !== 'skip';
  return columns.map((column, place) => {
    if (place === at) return { ...column, ...part };
    return isSingle && column.field === field ? { ...column, field: 'custom' } : column;
  });
};

/** Going back to the file after a refusal keeps what was chosen; the import is not running. */
const refused = (draft: ImportDraft, refusal: Refusal): ImportDraft => ({
  ...draft,
  refusal,
  isReading: false,
  step: draft.step === 'run' ? 'check' : draft.step,
  importId: undefined,
});

/** What the draft becomes when something happens. */
export const reduceDraft = (draft: ImportDraft, action: DraftAction): ImportDraft => {
  const calm = { ...draft, refusal: undefined };
  switch (action.type) {
    case 'file-chosen': {
      const { blob, name } = action;
      return { ...emptyDraft, file: { blob, name }, isReading: true };
    }
    case 'settings-chosen':
      return { ...calm, chosen: { ...draft.chosen, ...action.settings }, isReading: true };
    case 'kind-chosen':
      return { ...calm, kind: action.kind, isReading: true };
    case 'read': {
      const { reading } = action;
      return { ...calm, reading, columns: mappedBefore(draft, reading), isReading: false };
    }
    case 'refused':
      return refused(draft, action.refusal);
    case 'column-mapped':
      return { ...calm, columns: withField(draft.columns, action.at, action.part) };
    case 'stepped':
      return { ...calm, step: action.step };
    case 'started':
      return { ...calm, step: 'run', importId: action.importId };
    case 'finished':
      return { ...calm, step: 'result' };
  }
};
