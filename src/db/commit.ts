import { accept, type Result, refuse } from '#core/result.ts';
import { type Change, type ChangeLabel, type RecordChange, sealChange } from './change-log.ts';
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
import { exclusive } from './exclusive.ts';
import { type MetaWrites, takeSequence, writeMeta } from './meta.ts';
import { takePlace } from './places.ts';
import { isProjected, projectRecord } from './projections.ts';
import type { AnyRecord, Records, RecordTable } from './record-tables.ts';
import { openRecord, sealRecord } from './sealed-record.ts';
import { refusalOf } from './storage-refusal.ts';

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

type Prepared = {
  readonly rows: readonly { readonly table: RecordTable; readonly row: SealedRow }[];
  readonly removed: readonly { readonly table: RecordTable; readonly id: string }[];
  readonly chunks: readonly Omit<SealedColumns, 'seq'>[];
  readonly dropped: readonly string[];
  readonly change: Omit<Change, 'seq'>;
};

const idOf = (write: Write): string => ('remove' in write ? write.remove : write.record.id);

/** What each write meets in the database, opened. Refuses when somebody wrote in between. */
const meet = async (db: Database, writes: readonly Write[]): Promise<Result<RecordChange[]>> => {
  const met: RecordChange[] = [];
  for (const write of writes) {
    const { table } = write;
    const id = idOf(write);
    const row = await db.dexie[table].get(id);
    const stored = row?.rev ?? 0;
    if ('record' in write && write.record.rev !== stored)
      return refuse('edit-conflict', { table, stored, given: write.record.rev });
    const before = row === undefined ? null : await openRecord(db.keys, table, row);
    met.push({ table, id, before, after: null });
  }
  return accept(met);
};

const successor = async (
  db: Database,
  write: Extract<Write, { record: unknown }>,
  now: number,
): Promise<AnyRecord> => {
  const record = { ...write.record, rev: write.record.rev + 1, updatedAt: now };
  if (isProjected(write.table) && !('ord' in record && record.ord !== undefined))
    return { ...record, ord: await takePlace(db, write.table) } as AnyRecord;
  return record;
};

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
  const known = new Map<string, ColumnChunk>();
  for (const row of rows) known.set(row.id, await openChunk(db.keys, row));
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

const prepare = async (db: Database, commit: Commit): Promise<Result<Prepared>> => {
  const met = await meet(db, commit.writes);
  if (!met.ok) return met;
  const changes: RecordChange[] = [];
  const rows: { table: RecordTable; row: SealedRow }[] = [];
  for (const [at, write] of commit.writes.entries()) {
    const change = met.value[at] as RecordChange;
    if ('remove' in write) {
      changes.push(change);
      continue;
    }
    const after = await successor(db, write, commit.now);
    rows.push({ table: write.table, row: await sealRecord(db.keys, write.table, after as never) });
    changes.push({ ...change, after });
  }
  const { label, now, importId, undoes, redoes, columns = [], undoable = true } = commit;
  return accept({
    rows,
    removed: changes.filter(({ after }) => after === null).map(({ table, id }) => ({ table, id })),
    chunks: [...(await changedChunks(db, changes)), ...(await sealGiven(db, columns))],
    dropped: columns.filter((write) => 'drop' in write).map(({ set }) => set),
    change: {
      at: now,
      label,
      undoable,
      ...(importId === undefined ? {} : { importId }),
      ...(undoes === undefined ? {} : { undoes }),
      ...(redoes === undefined ? {} : { redoes }),
      records: undoable || importId !== undefined ? changes : [],
    },
  });
};

const write = async (db: Database, prepared: Prepared, meta: MetaWrites): Promise<number> => {
  const { dexie } = db;
  // Sealing the log row needs the sequence, and nothing foreign may be awaited in a transaction:
  // the lock around commit() makes reading it beforehand safe, and the transaction checks it.
  const seq = Number((await dexie.meta.get('seq'))?.value ?? 0) + 1;
  const change = await sealChange(db.keys, { ...prepared.change, seq });
  await dexie.transaction('rw', dexie.tables, async () => {
    if ((await takeSequence(dexie)) !== seq) throw new Error('a writer did not take the lock');
    for (const { table, row } of prepared.rows) await dexie[table].put(row);
    for (const { table, id } of prepared.removed) await dexie[table].delete(id);
    for (const set of prepared.dropped) await dexie.columns.where('set').equals(set).delete();
    await dexie.columns.bulkPut(prepared.chunks.map((chunk) => ({ ...chunk, seq })));
    await dexie.changes.add(change);
    await writeMeta(dexie, meta);
  });
  return seq;
};

/** The lock every writer of a database takes, over all tabs and workers. */
export const writerLock = (db: Database): string => `rapport-write:${db.name}`;

/**
 * The one way a record changes: rows, derived columns, log row and sequence in a single strict
 * transaction. "Saved" may be said after it resolves.
 * Refuses: edit-conflict (somebody else wrote the record), storage-full.
 */
export const commit = (db: Database, what: Commit): Promise<Result<{ readonly seq: number }>> =>
  exclusive(writerLock(db), async () => {
    try {
      const prepared = await prepare(db, what);
      if (!prepared.ok) return prepared;
      return accept({ seq: await write(db, prepared.value, what.meta ?? {}) });
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
  });
