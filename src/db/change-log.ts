import { openJson, sealJson } from '#sealing/v1/envelope.ts';
import type { VaultKeys } from '#sealing/v1/vault.ts';
import type { Database, LoggedChange, RapportDexie, SealedChange } from './database.ts';
import {
  type PackedRecordChange,
  packRecordChange,
  unpackRecordChange,
} from './pack-record-change.ts';
import { type AnyRecord, bodySchema, type RecordTable } from './record-tables.ts';

/** What can happen, in one list: i18n words each for the undo bar and the history. */
export const changeLabels = [
  'customer-saved',
  'customer-deleted',
  'customer-restored',
  'customers-changed',
  'customers-deleted',
  'customers-merged',
  'customers-unmerged',
  'customers-told-apart',
  'records-deleted',
  'records-restored',
  'contact-saved',
  'contact-deleted',
  'activity-saved',
  'activity-deleted',
  'task-saved',
  'task-done',
  'task-deleted',
  'product-saved',
  'product-deleted',
  'order-saved',
  'order-deleted',
  'deal-saved',
  'deal-moved',
  'deal-deleted',
  'field-saved',
  'field-deleted',
  'view-saved',
  'view-deleted',
  'target-saved',
  'attachment-saved',
  'attachment-deleted',
  'consent-saved',
  'recommendation-answered',
  'record-restored',
  'trash-emptied',
  'segment-renamed',
  'pair-saved',
  'pair-deleted',
  'settings-saved',
  'records-changed',
  'model-trained',
  'model-chosen',
  'segments-found',
  'segments-chosen',
  'conversation',
  'pairs-seeded',
  'import-started',
  'import-batch',
  'import-done',
  'import-updated',
  'import-removed',
  'undo',
  'redo',
] as const;
export type ChangeLabel = (typeof changeLabels)[number];

/** One record before and after; null where there was, or is, none. */
export type RecordChange = {
  readonly table: RecordTable;
  readonly id: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
};

export type Change = {
  readonly seq: number;
  readonly at: number;
  readonly label: ChangeLabel;
  readonly undoable: boolean;
  readonly undoes?: number;
  readonly redoes?: number;
  readonly importId?: string;
  readonly records: readonly RecordChange[];
};

const bindingOf = (seq: number) => ({
  table: 'changes',
  id: String(seq),
  rev: seq,
  schema: bodySchema,
});

/** A change as it is written: its line, and its sealed body if it keeps records. */
export type WrittenChange = {
  readonly line: LoggedChange;
  readonly body: SealedChange | undefined;
};

/** Seals the records of a change; none make no body. */
export const sealRecordChanges = async (
  keys: VaultKeys,
  seq: number,
  records: readonly RecordChange[],
): Promise<SealedChange | undefined> => {
  if (records.length === 0) return undefined;
  const envelope = await sealJson(keys, bindingOf(seq), records.map(packRecordChange));
  return { seq, recordIds: [...new Set(records.map(({ id }) => id))], ...envelope };
};

/** Seals a change into its line and body of the log. */
export const sealChange = async (keys: VaultKeys, change: Change): Promise<WrittenChange> => {
  const { records, undoable, ...clear } = change;
  const line = { ...clear, undoable: undoable ? 1 : 0, count: records.length } as const;
  return { line, body: await sealRecordChanges(keys, change.seq, records) };
};

/** Inside a transaction over `changes` and `changeBodies`: writes both parts. */
export const addChange = async (dexie: RapportDexie, change: WrittenChange): Promise<void> => {
  await dexie.changes.add(change.line);
  if (change.body !== undefined) await dexie.changeBodies.add(change.body);
};

/** A line of the history, without the records. */
export type ChangeLine = Omit<Change, 'records'> & { readonly count: number };

export const lineOf = ({ undoable, label, ...clear }: LoggedChange): ChangeLine => ({
  ...clear,
  label: label as ChangeLabel,
  undoable: undoable === 1,
});

/** Opens a body of the log. */
export const openRecordChanges = async (
  keys: VaultKeys,
  { seq, kid, iv, ct }: SealedChange,
): Promise<readonly RecordChange[]> => {
  const packed = await openJson(keys, bindingOf(seq), { kid, iv, ct });
  return (packed as readonly PackedRecordChange[]).map(unpackRecordChange);
};

/** The records a change wrote, before and after. */
export const readRecordChanges = async (
  db: Database,
  seq: number,
): Promise<readonly RecordChange[]> => {
  const body = await db.dexie.changeBodies.get(seq);
  return body === undefined ? [] : openRecordChanges(db.keys, body);
};

/** The last changes, newest first. Nothing is decrypted. */
export const listChanges = async (db: Database, limit = 50): Promise<ChangeLine[]> => {
  const rows = await db.dexie.changes.orderBy('seq').reverse().limit(limit).toArray();
  return rows.map(lineOf);
};

/** The changes after a sequence, oldest first; undefined when the log no longer reaches back to it. */
export const listChangesSince = async (
  db: Database,
  seq: number,
): Promise<ChangeLine[] | undefined> => {
  const rows = await db.dexie.changes.where('seq').above(seq).toArray();
  const isWhole = rows.every((row, at) => row.seq === seq + at + 1);
  return isWhole ? rows.map(lineOf) : undefined;
};
