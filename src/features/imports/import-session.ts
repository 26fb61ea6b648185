import { useSyncExternalStore } from 'react';
import type { FileKind, FileSettings, ImportReceipt, ImportSource } from '#contracts/import.ts';
import { relateFiles } from '#core/imports/relate-files.ts';
import type { Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { checkImport, inspectFile, startImport } from '#jobs/import-jobs.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { type ColumnPart, type FileAction, newFile } from './file-draft.ts';
import {
  type ChosenRules,
  type DraftAction,
  emptyDraft,
  type ImportDraft,
  reduceDraft,
} from './import-draft.ts';
import { recallMapping } from './recall-mapping.ts';

/** What the files do not say: ISO 4217 for amounts, ISO 3166 for phones without a code. */
export type Surroundings = { readonly currency: string; readonly country?: string | undefined };

// Outside of React: a file and a running import survive a walk to another screen and back.
let draft: ImportDraft = emptyDraft;
let receipt: ImportReceipt | undefined;
let release: (() => void) | undefined;
let made = 0;
let checking = new AbortController();
const turns = new Map<string, number>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const dispatch = (action: DraftAction) => {
  draft = reduceDraft(draft, action);
  // A dry run of what is no longer meant is ended.
  if (!draft.isChecking) checking.abort();
  const isHeld = draft.files.length > 0 && draft.step !== 'result';
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

const change = (id: string, action: FileAction) => dispatch({ type: 'file', id, action });
const fileOf = (id: string) => draft.files.find((file) => file.id === id);

/** Reads the head of a file again; only the newest answer counts. */
const inspect = async (id: string, db?: Database): Promise<void> => {
  const file = fileOf(id);
  if (file === undefined) return;
  const turn = (turns.get(id) ?? 0) + 1;
  turns.set(id, turn);
  const { blob, name, chosen: settings } = file;
  const ask = (kind: FileKind | undefined) =>
    inspectFile({ file: blob, name, settings, ...(kind && { kind }) });
  let found = await ask(file.kind);
  const headers = found.ok ? found.value.columns.map(({ header }) => header) : [];
  const kept = db && found.ok && recallMapping(await listRecords(db, 'imports'), headers);
  if (kept && found.ok && kept.as !== found.value.kind) found = await ask(kept.as);
  if (turns.get(id) !== turn || fileOf(id) === undefined) return;
  change(
    id,
    found.ok
      ? { type: 'read', reading: found.value, kept: kept || undefined }
      : { type: 'unreadable', refusal: found.refusal },
  );
};

/** Files that stand together may be less than they seem alone: a table that explains keys. */
const relate = async (): Promise<void> => {
  if (draft.files.some(({ isReading }) => isReading)) return;
  const read = draft.files.flatMap(({ reading, ...file }) =>
    reading ? [{ ...file, reading }] : [],
  );
  const guessed = read.map(({ reading, isRelated }) => ({
    headers: reading.columns.map(({ header }) => header),
    kind: isRelated ? ('customers' as const) : reading.kind,
  }));
  const kinds = relateFiles(guessed);
  for (const [at, { id, kind, isRelated, reading }] of read.entries()) {
    const related = kinds[at];
    if ((kind !== undefined && !isRelated) || related === reading.kind) continue;
    change(id, { type: 'kind-related', kind: related });
    await inspect(id);
  }
};

/** Adds files to the import; `db` tells where such columns went before. */
export const chooseFiles = async (
  picked: readonly { readonly blob: Blob; readonly name: string }[],
  db: Database,
): Promise<void> => {
  const files = picked.map(({ blob, name }) => newFile(`file-${made++}`, blob, name));
  dispatch({ type: 'files-chosen', files });
  for (const { id } of files) await inspect(id, db);
  await relate();
};

export const removeFile = (id: string): Promise<void> => {
  dispatch({ type: 'file-removed', id });
  return relate();
};

export const showFile = (id: string): void => dispatch({ type: 'file-shown', id });

/** Undefined takes a setting back to what the file says by itself. */
export const chooseSettings = async (
  id: string,
  settings: Partial<FileSettings>,
): Promise<void> => {
  change(id, { type: 'settings-chosen', settings });
  await inspect(id);
  await relate();
};

export const chooseKind = (id: string, kind: FileKind): Promise<void> => {
  change(id, { type: 'kind-chosen', kind });
  return inspect(id);
};

export const mapColumn = (id: string, at: number, part: ColumnPart): void =>
  change(id, { type: 'column-mapped', at, part });

/** Takes the columns as the file proposes them, not as they went before. */
export const takeProposal = (id: string): void => change(id, { type: 'proposal-taken' });

export const chooseRules = (rules: ChosenRules): void => dispatch({ type: 'rules-chosen', rules });

export const goToStep = (step: ImportDraft['step']): void => dispatch({ type: 'stepped', step });

/** Forgets the files; what was imported stays. */
export const forgetImport = (): void => {
  draft = emptyDraft;
  dispatch({ type: 'stepped', step: 'file' });
};

const inputOf = (around: Surroundings, importId: string, now: number) => {
  const sources = draft.files.flatMap(({ blob, name, reading, columns }): ImportSource[] => {
    if (reading === undefined) return [];
    return [{ file: blob, name, as: reading.kind, settings: reading.settings, columns }];
  });
  const [first, ...others] = sources;
  if (first === undefined) return undefined;
  const { currency, country } = around;
  const rest = { importId, others, currency, now, ...(country && { country }) };
  return { ...first, ...draft.rules, ...rest };
};

/** Goes through all the import would do. Leaving the step, or another choice, ends it. */
export const checkDraft = async (around: Surroundings, now: number): Promise<void> => {
  const input = inputOf(around, 'check', now);
  if (input === undefined) return;
  checking.abort();
  const controller = new AbortController();
  checking = controller;
  dispatch({ type: 'checking' });
  const found = await checkImport(input, controller.signal);
  if (controller.signal.aborted) return;
  dispatch(
    found.ok
      ? { type: 'checked', check: found.value }
      : { type: 'refused', refusal: found.refusal },
  );
};

/** Imports what the draft says. */
export const runImport = async (
  around: Surroundings,
  now: number,
): Promise<Result<ImportReceipt> | undefined> => {
  const importId = `import-${crypto.randomUUID()}`;
  const input = inputOf(around, importId, now);
  if (input === undefined) return undefined;
  dispatch({ type: 'started', importId });
  const done = await startImport(input);
  if (done.ok) receipt = done.value;
  if (done.ok && draft.importId !== importId) draft = { ...draft, importId };
  dispatch(done.ok ? { type: 'finished' } : { type: 'refused', refusal: done.refusal });
  return done;
};
