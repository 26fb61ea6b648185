import { useSyncExternalStore } from 'react';
import type { ColumnMapping, FileKind, FileSettings, ImportReceipt } from '#contracts/import.ts';
import type { Result } from '#core/result.ts';
import { inspectFile, startImport } from '#jobs/import-jobs.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { type DraftAction, emptyDraft, type ImportDraft, reduceDraft } from './import-draft.ts';

// Outside of React: a file and a running import survive a walk to another screen and back.
let draft: ImportDraft = emptyDraft;
let receipt: ImportReceipt | undefined;
let release: (() => void) | undefined;
let asked = 0;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const dispatch = (action: DraftAction) => {
  draft = reduceDraft(draft, action);
  const isHeld = draft.file !== undefined && draft.step !== 'result';
  if (isHeld) release ??= holdUnsavedWork();
  else {
    release?.();
    release = undefined;
  }
  for (const listener of listeners) listener();
};

/** The import being made ready or running. */
export const useImportDraft = (): ImportDraft => useSyncExternalStore(subscribe, () => draft);

/** What the last import of this page made; after a reload the journal tells less. */
export const readReceipt = (importId: string): ImportReceipt | undefined =>
  receipt?.importId === importId ? receipt : undefined;

/** Reads the head of the file again; only the newest answer counts. */
const inspect = async () => {
  const { file, chosen, kind } = draft;
  if (file === undefined) return;
  const turn = ++asked;
  const found = await inspectFile({
    file: file.blob,
    name: file.name,
    settings: chosen,
    ...(kind === undefined ? {} : { kind }),
  });
  if (turn !== asked) return;
  dispatch(
    found.ok ? { type: 'read', reading: found.value } : { type: 'refused', refusal: found.refusal },
  );
};

export const chooseFile = (blob: Blob, name: string): Promise<void> => {
  dispatch({ type: 'file-chosen', blob, name });
  return inspect();
};

/** Undefined takes a setting back to what the file says by itself. */
export const chooseSettings = (settings: Partial<FileSettings>): Promise<void> => {
  dispatch({ type: 'settings-chosen', settings });
  return inspect();
};

export const chooseKind = (kind: FileKind): Promise<void> => {
  dispatch({ type: 'kind-chosen', kind });
  return inspect();
};

export const mapColumn = (at: number, part: Partial<Pick<ColumnMapping, 'field' | 'type'>>): void =>
  dispatch({ type: 'column-mapped', at, part });

export const goToStep = (step: ImportDraft['step']): void => dispatch({ type: 'stepped', step });

/** Forgets the file; what was imported stays. */
export const forgetImport = (): void => {
  asked += 1;
  draft = emptyDraft;
  dispatch({ type: 'stepped', step: 'file' });
};

/** Imports what the draft says. `currency`: ISO 4217, for amounts without one. */
export const runImport = async (
  currency: string,
  now: number,
): Promise<Result<ImportReceipt> | undefined> => {
  const { file, reading, columns } = draft;
  if (file === undefined || reading === undefined) return undefined;
  const importId = `import-${crypto.randomUUID()}`;
  dispatch({ type: 'started', importId });
  const done = await startImport({
    importId,
    file: file.blob,
    name: file.name,
    as: reading.kind,
    settings: reading.settings,
    columns,
    currency,
    now,
  });
  if (done.ok) receipt = done.value;
  if (done.ok && draft.importId !== importId) draft = { ...draft, importId };
  dispatch(done.ok ? { type: 'finished' } : { type: 'refused', refusal: done.refusal });
  return done;
};
