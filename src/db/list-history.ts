import { compareRecords, type FieldChange } from '#core/compare-records.ts';
import { type ChangeLine, readRecordChanges } from './change-log.ts';
import type { Database } from './database.ts';
import type { AnyRecord, RecordTable } from './record-tables.ts';
import { findRecord } from './sealed-table.ts';
import { readUndoStacks } from './undo.ts';

/** A change as the history shows it. */
export type HistoryLine = ChangeLine & {
  /** What it was about, when it was about few things: the first of them, as the change left it. */
  readonly subject?: {
    readonly table: RecordTable;
    readonly record: AnyRecord;
    /** What changed in it, when it was edited: nothing for a new one or one that went. */
    readonly fields: readonly FieldChange[];
  };
};

/** Changes of more records say how many, and are not opened. */
const mostOpened = 20;

/** What an import is about is its journal: the file's name stands in it. */
const withImport = async (db: Database, line: ChangeLine, id: string): Promise<HistoryLine> => {
  const record = await findRecord(db, 'imports', id);
  if (record === undefined) return line;
  return { ...line, count: record.added, subject: { table: 'imports', record, fields: [] } };
};

const withSubject = async (db: Database, line: ChangeLine): Promise<HistoryLine> => {
  if (line.importId !== undefined) return withImport(db, line, line.importId);
  if (line.count === 0 || line.count > mostOpened) return line;
  const [change] = await readRecordChanges(db, line.seq);
  const record = change?.after ?? change?.before;
  if (change === undefined || !record) return line;
  const { table, before, after } = change;
  const fields = before === null || after === null ? [] : compareRecords(before, after);
  const told = fields.filter(({ field }) => field !== 'deletedAt');
  return { ...line, subject: { table, record, fields: told } };
};

export type History = {
  /** What can be taken back, the newest first. */
  readonly done: readonly HistoryLine[];
  /** What was taken back and can be made again, the next one first. */
  readonly undone: readonly HistoryLine[];
};

/** The last changes with what they were about. */
export const listHistory = async (db: Database): Promise<History> => {
  const { done, undone } = await readUndoStacks(db);
  const told = (lines: readonly ChangeLine[]) =>
    Promise.all([...lines].reverse().map((line) => withSubject(db, line)));
  return { done: await told(done), undone: await told(undone) };
};
