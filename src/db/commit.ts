import { accept, type Result } from '#core/result.ts';
import { addChange, sealChange } from './change-log.ts';
import type { Database } from './database.ts';
import { exclusive } from './exclusive.ts';
import { type MetaWrites, takeSequence, writeMeta } from './meta.ts';
import { type Commit, type PreparedCommit, prepareCommit } from './prepare-commit.ts';
import { refusalOf } from './storage-refusal.ts';

export type { Commit, Write } from './prepare-commit.ts';

const write = async (db: Database, prepared: PreparedCommit, meta: MetaWrites): Promise<number> => {
  const { dexie } = db;
  // Sealing the log row needs the sequence, and nothing foreign may be awaited in a transaction:
  // the lock around commit() makes reading it beforehand safe, and the transaction checks it.
  const seq = Number((await dexie.meta.get('seq'))?.value ?? 0) + 1;
  const change = await sealChange(db.keys, { ...prepared.change, seq });
  const tables = new Set([...prepared.rows.keys(), ...prepared.removed.keys()]);
  const fixed = [dexie.meta, dexie.columns, dexie.changes, dexie.changeBodies];
  await dexie.transaction(
    'rw',
    [...[...tables].map((table) => dexie[table]), ...fixed],
    async () => {
      if ((await takeSequence(dexie)) !== seq) throw new Error('a writer did not take the lock');
      for (const [table, rows] of prepared.rows) await dexie[table].bulkPut([...rows]);
      for (const [table, ids] of prepared.removed) await dexie[table].bulkDelete([...ids]);
      for (const set of prepared.dropped) await dexie.columns.where('set').equals(set).delete();
      await dexie.columns.bulkPut(prepared.chunks.map((chunk) => ({ ...chunk, seq })));
      await addChange(dexie, change);
      await writeMeta(dexie, meta);
    },
  );
  return seq;
};

/** The lock every writer of a database takes, over all tabs and workers. */
export const writerLock = (db: Database): string => `rapport-write:${db.name}`;

/** `commit`, for who holds the writers' lock already and has looked at something under it. */
export const commitLocked = async (
  db: Database,
  what: Commit,
): Promise<Result<{ readonly seq: number }>> => {
  try {
    const prepared = await prepareCommit(db, what);
    if (!prepared.ok) return prepared;
    return accept({ seq: await write(db, prepared.value, what.meta ?? {}) });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
};

/**
 * The one way a record changes: rows, derived columns, log row and sequence in a single strict
 * transaction. "Saved" may be said after it resolves.
 * Refuses: edit-conflict (somebody else wrote the record), storage-full.
 */
export const commit = (db: Database, what: Commit): Promise<Result<{ readonly seq: number }>> =>
  exclusive(writerLock(db), () => commitLocked(db, what));
