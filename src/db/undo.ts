import { type Result, refuse } from '#core/result.ts';
import { type Change, type ChangeLine, openChange, type RecordChange } from './change-log.ts';
import { commit, type Write } from './commit.ts';
import type { Database } from './database.ts';
import { findRecord } from './sealed-table.ts';

const historyLength = 50;

const lines = (db: Database) =>
  db.dexie.changes
    .orderBy('seq')
    .reverse()
    .limit(historyLength * 4)
    .toArray();

/** Whether an import was taken back already; its journal says so in a clear key. */
const isRemoved = async (db: Database, importId: string | undefined): Promise<boolean> => {
  if (importId === undefined) return false;
  const journal = await db.dexie.imports.get(importId);
  return journal === undefined || (journal as { state?: string }).state !== 'done';
};

/**
 * The change undo would take back: the newest undoable one that is not already taken back. A redone
 * change counts again.
 */
export const findUndoable = async (db: Database): Promise<ChangeLine | undefined> => {
  const undone = new Set<number>();
  const redone = new Set<number>();
  for (const row of await lines(db)) {
    if (row.redoes !== undefined) redone.add(row.redoes);
    if (row.undoes !== undefined && !redone.has(row.undoes)) undone.add(row.undoes);
    if (row.undoable === 1 && !undone.has(row.seq) && !(await isRemoved(db, row.importId))) {
      const { kid, iv, ct, undoable, recordIds, ...line } = row;
      return { ...line, undoable: true } as ChangeLine;
    }
  }
  return undefined;
};

/** The change redo would make again: the last one undone, as long as nothing new was done since. */
export const findRedoable = async (db: Database): Promise<number | undefined> => {
  const redone = new Set<number>();
  for (const row of await lines(db)) {
    if (row.redoes !== undefined) redone.add(row.redoes);
    else if (row.undoes !== undefined) {
      if (!redone.has(row.undoes)) return row.undoes;
    } else if (row.undoable === 1) return undefined;
  }
  return undefined;
};

const writeTo = async (
  db: Database,
  { table, id }: RecordChange,
  wanted: RecordChange['before'],
): Promise<Write> => {
  if (wanted === null) return { table, remove: id };
  const current = await findRecord(db, table, id);
  return { table, record: { ...wanted, rev: current?.rev ?? 0 } } as Write;
};

const load = async (db: Database, seq: number): Promise<Change | undefined> => {
  const row = await db.dexie.changes.get(seq);
  return row === undefined ? undefined : openChange(db.keys, row);
};

/** A record edited by something else since: taking the change back would lose that edit. */
const touchedSince = async (db: Database, change: Change, expected: 'before' | 'after') => {
  for (const record of change.records) {
    const then = record[expected];
    const now = await findRecord(db, record.table, record.id);
    const same =
      then === null
        ? now === undefined
        : JSON.stringify(strip(now)) === JSON.stringify(strip(then));
    if (!same) return true;
  }
  return false;
};

const strip = (record: RecordChange['before'] | undefined) => {
  if (record === null || record === undefined) return null;
  const { rev, updatedAt, ...rest } = record;
  return rest;
};

/**
 * Takes the last undoable change back. Changes of an import are not for this: they are removed by
 * the import's own job (`importId` of the line says so).
 * Refuses: nothing-to-undo, edit-conflict.
 */
export const undoLast = async (
  db: Database,
  now: number,
): Promise<Result<{ readonly seq: number }>> => {
  const line = await findUndoable(db);
  const change = line === undefined ? undefined : await load(db, line.seq);
  if (change === undefined || change.importId !== undefined) return refuse('nothing-to-undo');
  if (await touchedSince(db, change, 'after')) return refuse('edit-conflict');
  const writes = await Promise.all(
    [...change.records].reverse().map((record) => writeTo(db, record, record.before)),
  );
  return commit(db, { label: 'undo', now, undoable: false, undoes: change.seq, writes });
};

/** Makes the change again that was undone last. Refuses: nothing-to-undo, edit-conflict. */
export const redoLast = async (
  db: Database,
  now: number,
): Promise<Result<{ readonly seq: number }>> => {
  const seq = await findRedoable(db);
  const change = seq === undefined ? undefined : await load(db, seq);
  if (change === undefined || change.importId !== undefined) return refuse('nothing-to-undo');
  if (await touchedSince(db, change, 'before')) return refuse('edit-conflict');
  const writes = await Promise.all(
    change.records.map((record) => writeTo(db, record, record.after)),
  );
  return commit(db, { label: 'redo', now, undoable: false, redoes: change.seq, writes });
};
