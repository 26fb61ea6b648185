import { accept, type Result, refuse } from '#core/result.ts';
import { type ColumnChunk, chunkId, firstOf, placeProjections, sealChunk } from './columns.ts';
import { writerLock } from './commit.ts';
import type { Database } from './database.ts';
import { exclusive } from './exclusive.ts';
import { exportedTables } from './exported-tables.ts';
import { takeSequence } from './meta.ts';
import { setFreePlace } from './places.ts';
import { isProjected, projectRecord } from './projections.ts';
import type { AnyRecord, RecordTable } from './record-tables.ts';
import { sealRecord } from './sealed-record.ts';
import { refusalOf } from './storage-refusal.ts';

/** Tables a person fills. Settings, prepared answers and the like may be there on a fresh device. */
const filledTables = [
  'customers',
  'contacts',
  'products',
  'orders',
  'deals',
  'activities',
  'tasks',
] as const satisfies readonly RecordTable[];

/** The note that stands while a restore is under way: found at a start, all of it is cleared. */
const restoring = 'restoring';

const clear = (db: Database, note: 'set' | 'take away'): Promise<void> =>
  exclusive(writerLock(db), () =>
    db.dexie.transaction('rw', db.dexie.tables, async () => {
      await takeSequence(db.dexie);
      for (const table of exportedTables) await db.dexie[table].clear();
      await db.dexie.columns.clear();
      await db.dexie.changes.clear();
      await db.dexie.changeBodies.clear();
      await db.dexie.changeBodies.clear();
      await db.dexie.meta
        .filter(({ key }) => key.startsWith('next:') || key.startsWith('active'))
        .delete();
      if (note === 'set') await db.dexie.meta.put({ key: restoring, value: 1 });
      else await db.dexie.meta.delete(restoring);
    }),
  );

/**
 * Makes an empty database ready to take an export whole: what a fresh device holds of its own
 * (settings, prepared answers, the log) gives way to what the file says.
 * Refuses: restore-not-empty.
 */
export const beginRestore = async (db: Database): Promise<Result<null>> => {
  for (const table of filledTables)
    if ((await db.dexie[table].count()) > 0) return refuse('restore-not-empty');
  await clear(db, 'set');
  return accept(null);
};

/** Takes away all that a restore wrote which was refused or cancelled. */
export const abandonRestore = (db: Database): Promise<void> => clear(db, 'take away');

/** At a start: a restore that was cut off leaves nothing half behind. Answers whether one was. */
export const clearHalfRestore = async (db: Database): Promise<boolean> => {
  if ((await db.dexie.meta.get(restoring)) === undefined) return false;
  await abandonRestore(db);
  return true;
};

/** The chunks laid so far of the table under way, and the import that owns each, if one does. */
export type LaidChunks = Map<string, { readonly chunk: ColumnChunk; readonly importId?: string }>;

/** An import owns whole chunks: one whose records are all its own is taken away with it. */
const ownerOf = (chunk: ColumnChunk, records: readonly AnyRecord[], laid: LaidChunks) => {
  const before = laid.get(chunkId(chunk.set, chunk.first));
  const owners = new Set(
    records
      .filter((record) => 'ord' in record && firstOf(record.ord ?? -1) === chunk.first)
      .map(({ importId }) => importId),
  );
  if (before !== undefined) owners.add(before.importId);
  const [owner] = owners;
  return owners.size === 1 && owner !== undefined ? { importId: owner } : {};
};

const sealBatch = async (db: Database, table: RecordTable, records: readonly AnyRecord[]) => {
  const rows = await Promise.all(
    records.map((record) => sealRecord(db.keys, table, record as never)),
  );
  const projections = records.flatMap((record) => projectRecord(table, record));
  return { rows, projections };
};

/**
 * Writes records as they are, ids, revisions and places included, with the columns they project
 * into; `laid` is brought up to date. Records with places come in their order. Refuses: storage-full.
 */
export const restoreBatch = async (
  db: Database,
  table: RecordTable,
  records: readonly AnyRecord[],
  laid: LaidChunks,
): Promise<Result<null>> => {
  try {
    const { rows, projections } = await sealBatch(db, table, records);
    const known = new Map([...laid].map(([id, { chunk }]) => [id, chunk]));
    const chunks = placeProjections(projections, known).map((chunk) => ({
      chunk,
      ...ownerOf(chunk, records, laid),
    }));
    const sealed = await Promise.all(
      chunks.map(({ chunk, importId }) => sealChunk(db.keys, chunk, 1, importId)),
    );
    laid.clear();
    for (const part of chunks) laid.set(chunkId(part.chunk.set, part.chunk.first), part);
    const { dexie } = db;
    await exclusive(writerLock(db), () =>
      dexie.transaction('rw', [dexie[table], dexie.columns, dexie.meta], async () => {
        const seq = await takeSequence(dexie);
        await dexie[table].bulkAdd(rows);
        await dexie.columns.bulkPut(sealed.map((chunk) => ({ ...chunk, seq })));
      }),
    );
    const last = records.at(-1);
    if (isProjected(table) && last !== undefined && 'ord' in last && last.ord !== undefined)
      await setFreePlace(db, table, last.ord + 1);
    return accept(null);
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
};

/** Writes a chunk of columns as it is: labels and scores, which no record holds. */
export const restoreColumns = async (db: Database, chunk: ColumnChunk): Promise<void> => {
  const sealed = await sealChunk(db.keys, chunk, 1);
  const { dexie } = db;
  await exclusive(writerLock(db), () =>
    dexie.transaction('rw', [dexie.columns, dexie.meta], async () => {
      const seq = await takeSequence(dexie);
      await dexie.columns.put({ ...sealed, seq });
    }),
  );
};

/** Ends a restore: what is in use is said, the note is taken away. */
export const endRestore = (db: Database, active: Readonly<Record<string, string>>): Promise<void> =>
  exclusive(writerLock(db), () =>
    db.dexie.transaction('rw', db.dexie.meta, async () => {
      await takeSequence(db.dexie);
      for (const key of ['activeModel', 'activeSegmentRun'])
        if (active[key] !== undefined) await db.dexie.meta.put({ key, value: active[key] });
      await db.dexie.meta.delete(restoring);
    }),
  );
