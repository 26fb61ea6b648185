import { compareRecords, type FieldChange } from '#core/compare-records.ts';
import { type Result, refuse } from '#core/result.ts';
import {
  type ChangeLabel,
  type ChangeLine,
  lineOf,
  openRecordChanges,
  type RecordChange,
} from './change-log.ts';
import { commit, type Write } from './commit.ts';
import type { Database } from './database.ts';
import type { AnyRecord, RecordTable } from './record-tables.ts';
import { findRecord } from './sealed-table.ts';

/** One change of one record. */
export type RevisionLine = {
  readonly seq: number;
  /** Instant, ms UTC. */
  readonly at: number;
  readonly label: ChangeLabel;
  /** What the change that was taken back or made again is called. */
  readonly of?: ChangeLabel;
  readonly fields: readonly FieldChange[];
  /** Whether the record can be put back to how it was after this change. */
  readonly isRestorable: boolean;
};

const mostRevisions = 100;

type Revision = { readonly line: ChangeLine; readonly change: RecordChange };

/** The newest changes that wrote a record, newest first. */
const readRevisions = async (db: Database, id: string): Promise<Revision[]> => {
  const seqs = await db.dexie.changeBodies.where('recordIds').equals(id).primaryKeys();
  const newest = seqs.sort((a, b) => b - a).slice(0, mostRevisions);
  const lines = await db.dexie.changes.bulkGet(newest);
  const revisions: Revision[] = [];
  // One body at a time: a bulk change holds thousands of records, of which one is wanted.
  for (const [at, seq] of newest.entries()) {
    const line = lines[at];
    const body = await db.dexie.changeBodies.get(seq);
    if (line === undefined || body === undefined) continue;
    const changes = await openRecordChanges(db.keys, body);
    const change = changes.find((one) => one.id === id);
    if (change !== undefined) revisions.push({ line: lineOf(line), change });
  }
  return revisions;
};

const labelOf = async (db: Database, seq: number | undefined) => {
  const line = seq === undefined ? undefined : await db.dexie.changes.get(seq);
  return line === undefined ? {} : { of: line.label as ChangeLabel };
};

/** Where the log begins: the record as an import brought it, or as it was before the oldest change. */
const beginning = (record: AnyRecord): RevisionLine => ({
  seq: 0,
  at: record.createdAt,
  label: record.importId === undefined ? 'records-changed' : 'import-done',
  fields: [],
  isRestorable: true,
});

/**
 * The history of a record, newest first: what changed field by field, and when. A record that an import
 * brought ends with a line of sequence 0.
 */
export const listRecordHistory = async (
  db: Database,
  id: string,
): Promise<readonly RevisionLine[]> => {
  const revisions = await readRevisions(db, id);
  const lines: RevisionLine[] = await Promise.all(
    revisions.map(async ({ line, change }, at) => ({
      seq: line.seq,
      at: line.at,
      label: line.label,
      ...(await labelOf(db, line.undoes ?? line.redoes)),
      fields: compareRecords(change.before, change.after),
      isRestorable: at > 0 && change.after !== null,
    })),
  );
  const oldest = revisions.at(-1)?.change.before;
  return oldest ? [...lines, beginning(oldest)] : lines;
};

/** A record as it was after a change; 0 is before the oldest. */
const findState = async (db: Database, table: RecordTable, id: string, seq: number) => {
  const revisions = (await readRevisions(db, id)).filter(({ change }) => change.table === table);
  if (seq === 0) return revisions.at(-1)?.change.before;
  return revisions.find(({ line }) => line.seq === seq)?.change.after;
};

/**
 * Puts a record back to how it was after a change, as a new change that can be undone. What is in the
 * trash stays there, and a merge stays one: those have ways back of their own.
 * Refuses: not-found, edit-conflict, storage-full.
 */
export const restoreRevision = async (
  db: Database,
  table: RecordTable,
  id: string,
  seq: number,
  now: number,
): Promise<Result<{ readonly seq: number }>> => {
  const current = await findRecord(db, table, id);
  const state = await findState(db, table, id, seq);
  if (current === undefined || state === undefined || state === null) return refuse('not-found');
  const kept: Record<string, unknown> = { ...state, rev: current.rev };
  for (const field of ['deletedAt', 'mergedInto', 'ord'] as const) {
    const value = (current as Readonly<Record<string, unknown>>)[field];
    if (value === undefined) delete kept[field];
    else kept[field] = value;
  }
  const writes = [{ table, record: kept } as unknown as Write];
  return commit(db, { label: 'record-restored', now, writes });
};
