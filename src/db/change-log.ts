import { openJson, sealJson } from '#sealing/v1/envelope.ts';
import type { VaultKeys } from '#sealing/v1/vault.ts';
import type { Database, SealedChange } from './database.ts';
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

/** Seals a change into its row of the log. */
export const sealChange = async (keys: VaultKeys, change: Change): Promise<SealedChange> => {
  const { records, undoable, ...clear } = change;
  const envelope = await sealJson(keys, bindingOf(change.seq), records);
  const recordIds = [...new Set(records.map(({ id }) => id))];
  return { ...clear, undoable: undoable ? 1 : 0, recordIds, ...envelope };
};

/** Opens a row of the log. */
export const openChange = async (keys: VaultKeys, row: SealedChange): Promise<Change> => {
  const { kid, iv, ct, undoable, label, recordIds, ...clear } = row;
  const records = await openJson(keys, bindingOf(row.seq), { kid, iv, ct });
  return {
    ...clear,
    label: label as ChangeLabel,
    undoable: undoable === 1,
    records: records as readonly RecordChange[],
  };
};

/** A line of the history, without the records. */
export type ChangeLine = Omit<Change, 'records'>;

/** The last changes, newest first. Nothing is decrypted. */
export const listChanges = async (db: Database, limit = 50): Promise<ChangeLine[]> => {
  const rows = await db.dexie.changes.orderBy('seq').reverse().limit(limit).toArray();
  return rows.map(({ kid, iv, ct, undoable, label, recordIds, ...clear }) => ({
    ...clear,
    label: label as ChangeLabel,
    undoable: undoable === 1,
  }));
};
