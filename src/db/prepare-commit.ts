import { accept, type Result, refuse } from '#core/result.ts';
import { byTable } from './by-table.ts';
import type { Change, ChangeLabel, RecordChange } from './change-log.ts';
import {
  type ColumnChunk,
  type ColumnWrite,
  chunkId,
  firstOf,
  openChunk,
  placeProjections,
  sealChunk,
} from './columns.ts';
import type { Database, SealedColumns, SealedRow } from './database.ts';
import type { MetaWrites } from './meta.ts';
import { takePlaces } from './places.ts';
import { isProjected, projectedTables, projectRecord } from './projections.ts';
import type { AnyRecord, Records, RecordTable } from './record-tables.ts';
import { openRecord, sealRecord } from './sealed-record.ts';

/** One record to be written, or one to be removed for good. */
export type Write =
  | { [T in RecordTable]: { readonly table: T; readonly record: Records[T] } }[RecordTable]
  | { readonly table: RecordTable; readonly remove: string };

export type Commit = {
  readonly label: ChangeLabel;
  /** Instant, ms UTC. */
  readonly now: number;
  /** `record.rev` is the revision as it was read; 0 for a new record. */
  readonly writes: readonly Write[];
  /** Whether undo offers to take it back. Default true. */
  readonly undoable?: boolean;
  readonly columns?: readonly ColumnWrite[];
  readonly meta?: MetaWrites;
  readonly importId?: string;
  readonly undoes?: number;
  readonly redoes?: number;
};

/** A commit sealed and laid into columns, ready to be written. */
export type PreparedCommit = {
  readonly rows: ReadonlyMap<RecordTable, readonly SealedRow[]>;
  readonly removed: ReadonlyMap<RecordTable, readonly string[]>;
  readonly chunks: readonly Omit<SealedColumns, 'seq'>[];
  readonly dropped: readonly string[];
  readonly change: Omit<Change, 'seq'>;
};

const idOf = (write: Write): string => ('remove' in write ? write.remove : write.record.id);

/** The rows that are there, by table and id: one reading a table, however many records. */
const readRows = async (db: Database, writes: readonly Write[]) => {
  const rows = new Map<string, SealedRow>();
  for (const [table, ids] of byTable(writes, idOf))
    for (const row of await db.dexie[table].bulkGet(ids))
      if (row !== undefined) rows.set(`${table}|${row.id}`, row);
  return rows;
};

/** What each write meets in the database, opened. Refuses when somebody wrote in between. */
const meet = async (db: Database, writes: readonly Write[]): Promise<Result<RecordChange[]>> => {
  const rows = await readRows(db, writes);
  for (const write of writes) {
    const { table } = write;
    const stored = rows.get(`${table}|${idOf(write)}`)?.rev ?? 0;
    if ('record' in write && write.record.rev !== stored)
      return refuse('edit-conflict', { table, stored, given: write.record.rev });
  }
  const met = writes.map(async (write): Promise<RecordChange> => {
    const { table } = write;
    const row = rows.get(`${table}|${idOf(write)}`);
    const before = row === undefined ? null : await openRecord(db.keys, table, row);
    return { table, id: idOf(write), before, after: null };
  });
  return accept(await Promise.all(met));
};

const lacksPlace = (write: Write): write is Extract<Write, { record: unknown }> =>
  'record' in write &&
  isProjected(write.table) &&
  !('ord' in write.record && write.record.ord !== undefined);

/** Places for the records that have none yet, taken as one range a table. */
const takeMissingPlaces = async (db: Database, writes: readonly Write[]) => {
  const places = new Map<Write, number>();
  for (const table of projectedTables) {
    const lacking = writes.filter((write) => write.table === table && lacksPlace(write));
    if (lacking.length === 0) continue;
    const first = await takePlaces(db, table, lacking.length);
    for (const [at, write] of lacking.entries()) places.set(write, first + at);
  }
  return places;
};

/** The changes with the records as they will be stored; null after a removal. */
const follow = async (
  db: Database,
  writes: readonly Write[],
  met: readonly RecordChange[],
  now: number,
): Promise<RecordChange[]> => {
  const places = await takeMissingPlaces(db, writes);
  return met.map((change, at) => {
    const write = writes[at];
    if (write === undefined || 'remove' in write) return change;
    const ord = places.get(write);
    const next = { ...write.record, rev: write.record.rev + 1, updatedAt: now };
    return { ...change, after: (ord === undefined ? next : { ...next, ord }) as AnyRecord };
  });
};

const sealAfter = (db: Database, changes: readonly RecordChange[]) =>
  Promise.all(
    changes.flatMap(({ table, after }) =>
      after === null
        ? []
        : [
            sealRecord(db.keys, table, after as never).then((row) => ({
              table: table as RecordTable,
              row,
            })),
          ],
    ),
  );

/** A record that goes leaves an empty place behind. */
const vacated = ({ table, before }: RecordChange) =>
  before === null
    ? []
    : projectRecord(table, before).map((projection) => ({ ...projection, id: null, values: {} }));

const changedChunks = async (db: Database, changes: readonly RecordChange[]) => {
  const projections = changes.flatMap((change) =>
    change.after === null ? vacated(change) : projectRecord(change.table, change.after),
  );
  const ids = new Set(projections.map(({ set, ord }) => chunkId(set, firstOf(ord))));
  const rows = (await db.dexie.columns.bulkGet([...ids])).filter((row) => row !== undefined);
  const opened = await Promise.all(rows.map((row) => openChunk(db.keys, row)));
  const known = new Map(opened.map((chunk) => [chunkId(chunk.set, chunk.first), chunk]));
  const before = new Map(rows.map((row) => [row.id, row]));
  return Promise.all(
    placeProjections(projections, known).map((chunk) => {
      const old = before.get(chunkId(chunk.set, chunk.first));
      return sealChunk(db.keys, chunk, (old?.rev ?? 0) + 1, old?.importId);
    }),
  );
};

const sealGiven = async (db: Database, columns: readonly ColumnWrite[]) => {
  const chunks = columns.filter((write): write is ColumnChunk => !('drop' in write));
  const ids = chunks.map(({ set, first }) => chunkId(set, first));
  const before = await db.dexie.columns.bulkGet(ids);
  return Promise.all(
    chunks.map((chunk, at) => sealChunk(db.keys, chunk, (before[at]?.rev ?? 0) + 1)),
  );
};

/** Reads what the writes meet, and seals what they leave. Refuses: edit-conflict. */
export const prepareCommit = async (
  db: Database,
  commit: Commit,
): Promise<Result<PreparedCommit>> => {
  const met = await meet(db, commit.writes);
  if (!met.ok) return met;
  const changes = await follow(db, commit.writes, met.value, commit.now);
  const { label, now, importId, undoes, redoes, columns = [], undoable = true } = commit;
  const isKept = undoable || importId !== undefined || undoes !== undefined || redoes !== undefined;
  const removed = changes.filter(({ after }) => after === null);
  return accept({
    rows: byTable(await sealAfter(db, changes), ({ row }) => row),
    removed: byTable(removed, ({ id }) => id),
    chunks: [...(await changedChunks(db, changes)), ...(await sealGiven(db, columns))],
    dropped: columns.filter((write) => 'drop' in write).map(({ set }) => set),
    change: {
      at: now,
      label,
      undoable,
      ...(importId === undefined ? {} : { importId }),
      ...(undoes === undefined ? {} : { undoes }),
      ...(redoes === undefined ? {} : { redoes }),
      records: isKept ? changes : [],
    },
  });
};
