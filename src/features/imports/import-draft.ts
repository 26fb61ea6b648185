import type { ImportCheck, ImportChoices, NearKey } from '#contracts/import.ts';
import type { Refusal } from '#core/result.ts';
import { type FileAction, type FileDraft, reduceFile } from './file-draft.ts';

/** The steps of an import, in order. */
export const importSteps = ['file', 'map', 'check', 'run', 'result'] as const;
export type ImportStep = (typeof importSteps)[number];

/** What a person chooses about all files at once. */
export type ChosenRules = Pick<ImportChoices, 'duplicates' | 'matchBy' | 'sameNames' | 'samePairs'>;

/** An import being made ready: its files, what is to become of them, and what the dry run found. */
export type ImportDraft = {
  readonly step: ImportStep;
  readonly files: readonly FileDraft[];
  /** The file that is looked at. */
  readonly shownId: string | undefined;
  readonly rules: ChosenRules;
  readonly check: ImportCheck | undefined;
  /** Pairs of names to ask about: they stay in sight while an answer is being tried. */
  readonly near: readonly NearKey[];
  readonly isChecking: boolean;
  readonly importId: string | undefined;
  readonly refusal: Refusal | undefined;
};

export type DraftAction =
  | { readonly type: 'files-chosen'; readonly files: readonly FileDraft[] }
  | { readonly type: 'file-removed'; readonly id: string }
  | { readonly type: 'file-shown'; readonly id: string }
  | { readonly type: 'file'; readonly id: string; readonly action: FileAction }
  | { readonly type: 'rules-chosen'; readonly rules: ChosenRules }
  | { readonly type: 'checking' }
  | { readonly type: 'checked'; readonly check: ImportCheck }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'stepped'; readonly step: ImportStep }
  | { readonly type: 'started'; readonly importId: string }
  | { readonly type: 'finished' };

export const emptyDraft: ImportDraft = {
  step: 'file',
  files: [],
  shownId: undefined,
  rules: {},
  check: undefined,
  near: [],
  isChecking: false,
  importId: undefined,
  refusal: undefined,
};

/** The file a person looks at; the first one where none was chosen. */
export const shownFile = ({ files, shownId }: ImportDraft): FileDraft | undefined =>
  files.find(({ id }) => id === shownId) ?? files[0];

/** What the tray and the result call the import. */
export const nameOfImport = ({ files }: ImportDraft): string => files[0]?.name ?? '';

/** Going back to the check after a refusal keeps what was chosen; the import is not running. */
const refused = (draft: ImportDraft, refusal: Refusal): ImportDraft => ({
  ...draft,
  refusal,
  isChecking: false,
  step: draft.step === 'run' ? 'check' : draft.step,
  importId: undefined,
});

/** What the draft becomes when something happens. */
export const reduceDraft = (draft: ImportDraft, action: DraftAction): ImportDraft => {
  const calm = { ...draft, refusal: undefined };
  // What a dry run found holds only for what was said before it.
  const unchecked = { ...calm, check: undefined, isChecking: false };
  switch (action.type) {
    case 'files-chosen': {
      const shownId = action.files[0]?.id ?? draft.shownId;
      return { ...unchecked, near: [], files: [...draft.files, ...action.files], shownId };
    }
    case 'file-removed':
      return {
        ...unchecked,
        near: [],
        files: draft.files.filter(({ id }) => id !== action.id),
      };
    case 'file-shown':
      return { ...draft, shownId: action.id };
    case 'file': {
      const change = (file: FileDraft) =>
        file.id === action.id ? reduceFile(file, action.action) : file;
      return { ...unchecked, near: [], files: draft.files.map(change) };
    }
    case 'rules-chosen':
      return { ...unchecked, rules: { ...draft.rules, ...action.rules } };
    case 'checking':
      return { ...unchecked, isChecking: true };
    case 'checked':
      return { ...calm, check: action.check, near: action.check.near, isChecking: false };
    case 'refused':
      return refused(draft, action.refusal);
    case 'stepped':
      return { ...unchecked, step: action.step };
    case 'started':
      return { ...calm, step: 'run', importId: action.importId };
    case 'finished':
      return { ...calm, step: 'result' };
  }
};
