import { accept, type Result, refuse } from '#core/result.ts';
import { isSameValue } from '#core/same-value.ts';
import { byTable } from './by-table.ts';
import { type ChangeLine, lineOf, type RecordChange, readRecordChanges } from './change-log.ts';
import { commit, type Write } from './commit.ts';
import type { Database, LoggedChange } from './database.ts';
import type { AnyRecord } from './record-tables.ts';
import { findRecords } from './sealed-table.ts';

/** How many changes can be taken back, one after the other. */
export const historyLength = 50;

const linesAtOnce = 200;

/** The last lines of the log that hold as many undoable changes as are remembered, newest first. */
const readLines = async (db: Database): Promise<LoggedChange[]> => {
  const lines: LoggedChange[] = [];
  let undoable = 0;
  for (;;) {
    const before = lines.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER;
    const page = await db.dexie.changes
      .where('seq')
      .below(before)
      .reverse()
      .limit(linesAtOnce)
      .toArray();
    for (const line of page) {
      if (line.undoable === 1) undoable += 1;
      if (undoable > historyLength) return lines;
      lines.push(line);
    }
    if (page.length < linesAtOnce) return lines;
  }
};

/** Imports that were taken back already; their journals say so in a clear key. */
const findRemovedImports = async (db: Database, lines: readonly LoggedChange[]) => {
  const ids = lines.flatMap(({ importId }) => importId ?? []);
  const journals = await db.dexie.imports.bulkGet([...new Set(ids)]);
  const done = journals.filter((row) => (row as { state?: string } | undefined)?.state === 'done');
  const kept = new Set(done.map((row) => row?.id));
  return new Set(ids.filter((id) => !kept.has(id)));
};

/** The two stacks of undo, the next one last. */
export type UndoStacks = {
  readonly done: readonly ChangeLine[];
  readonly undone: readonly ChangeLine[];
};

/**
 * What can be taken back and what can be made again, read from the log. A new change forgets what
 * could be made again; a change made again can be taken back again.
 */
export const readUndoStacks = async (db: Database): Promise<UndoStacks> => {
  const lines = await readLines(db);
  const removed = await findRemovedImports(db, lines);
  const done = new Map<number, ChangeLine>();
  const undone = new Map<number, ChangeLine>();
  const move = (seq: number, from: Map<number, ChangeLine>, to: Map<number, ChangeLine>) => {
    const line = from.get(seq);
    if (line === undefined) return;
    from.delete(seq);
    to.set(seq, line);
  };
  for (const line of lines.reverse()) {
    if (line.undoes !== undefined) move(line.undoes, done, undone);
    else if (line.redoes !== undefined) move(line.redoes, undone, done);
    else if (line.undoable > 0) {
      undone.clear();
      if (line.undoable === 1 && !removed.has(line.importId ?? ''))
        done.set(line.seq, lineOf(line));
    }
  }
  return { done: [...done.values()], undone: [...undone.values()] };
};

/** The change undo would take back: the newest undoable one that is not already taken back. */
export const findUndoable = async (db: Database): Promise<ChangeLine | undefined> =>
  (await readUndoStacks(db)).done.at(-1);

/** The change redo would make again: the last one undone, as long as nothing new was done since. */
export const findRedoable = async (db: Database): Promise<ChangeLine | undefined> =>
  (await readUndoStacks(db)).undone.at(-1);

const plain = (record: AnyRecord | null | undefined) => {
  if (record === null || record === undefined) return null;
  const { rev, updatedAt, ...rest } = record;
  return rest;
};

/** The records of a change as they are now, by table and id. */
const readCurrent = async (db: Database, changes: readonly RecordChange[]) => {
  const current = new Map<string, AnyRecord>();
  for (const [table, ids] of byTable(changes, ({ id }) => id))
    for (const record of await findRecords(db, table, ids))
      current.set(`${table}|${record.id}`, record);
  return current;
};

/**
 * Puts the records of a change from one of its sides to the other. A record edited by something else
 * since refuses all of it: taking the change back would lose that edit.
 */
const turn = async (
  db: Database,
  line: ChangeLine | undefined,
  now: number,
  kind: 'undo' | 'redo',
): Promise<Result<{ readonly seq: number }>> => {
  // Changes of an import are removed by the import's own job (`importId` of the line says so).
  if (line === undefined || line.importId !== undefined) return refuse('nothing-to-undo');
  const changes = await readRecordChanges(db, line.seq);
  const [from, to] =
    kind === 'undo' ? (['after', 'before'] as const) : (['before', 'after'] as const);
  const current = await readCurrent(db, changes);
  const writes: Write[] = [];
  for (const change of kind === 'undo' ? [...changes].reverse() : changes) {
    const { table, id } = change;
    const now = current.get(`${table}|${id}`);
    if (!isSameValue(plain(now), plain(change[from]))) return refuse('edit-conflict', { table });
    const wanted = change[to];
    writes.push(
      wanted === null
        ? { table, remove: id }
        : ({ table, record: { ...wanted, rev: now?.rev ?? 0 } } as Write),
    );
  }
  const of = kind === 'undo' ? { undoes: line.seq } : { redoes: line.seq };
  return commit(db, { label: kind, now, undoable: false, ...of, writes });
};

/**
 * Takes the last undoable change back, unless it is an import's.
 * Refuses: nothing-to-undo, edit-conflict.
 */
export const undoLast = async (
  db: Database,
  now: number,
): Promise<Result<{ readonly seq: number }>> => turn(db, await findUndoable(db), now, 'undo');

/** Makes the change again that was undone last. Refuses: nothing-to-undo, edit-conflict. */
export const redoLast = async (
  db: Database,
  now: number,
): Promise<Result<{ readonly seq: number }>> => turn(db, await findRedoable(db), now, 'redo');

/**
 * Takes changes back, the newest first, down to and with one of them. Stops at an import, which its own
 * job removes, and at the first refusal; what was taken back until then stays so.
 */
export const undoDownTo = async (
  db: Database,
  seq: number,
  now: number,
): Promise<Result<{ readonly undone: number }>> => {
  for (let undone = 0; ; undone += 1) {
    const line = await findUndoable(db);
    if (line === undefined || line.seq < seq) return accept({ undone });
    const turned = await turn(db, line, now, 'undo');
    if (!turned.ok) return undone > 0 && line.importId !== undefined ? accept({ undone }) : turned;
  }
};
