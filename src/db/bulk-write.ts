import type { ImportJournal } from '#core/imports/import-journal.ts';
import { accept, type Result } from '#core/result.ts';
import { addChange, type ChangeLabel, sealChange } from './change-log.ts';
import { placeProjections, sealChunk } from './columns.ts';
import { writerLock } from './commit.ts';
import type { Database, SealedColumns, SealedRow } from './database.ts';
import { exclusive } from './exclusive.ts';
import { takeSequence } from './meta.ts';
import { projectRecord } from './projections.ts';
import type { Records, RecordTable } from './record-tables.ts';
import { sealRecord } from './sealed-record.ts';
import { refusalOf } from './storage-refusal.ts';

/** New records of an import, by table. Customers and orders carry their `ord`. */
export type BatchRecords = { readonly [T in RecordTable]?: readonly Records[T][] };

/** A batch sealed and laid into columns, ready to be written. */
export type PreparedBatch = {
  readonly importId: string;
  readonly rows: readonly (readonly [RecordTable, readonly SealedRow[]])[];
  readonly chunks: readonly Omit<SealedColumns, 'seq'>[];
};

/**
 * Seals new records (each gets rev 1 and the import's id). May run while the batch before is being
 * written. Its customers, orders and activities must fill whole chunks of places from reserveOrds: no
 * chunk may be spread over two batches. The places a short chunk leaves empty stay so; every list
 * passes them over, at the cost of memory.
 */
export const prepareBatch = async (
  db: Database,
  { importId, records }: { readonly importId: string; readonly records: BatchRecords },
): Promise<PreparedBatch> => {
  const rows: [RecordTable, SealedRow[]][] = [];
  const projections = [];
  for (const table of Object.keys(records) as RecordTable[]) {
    const owned = (records[table] ?? []).map((record) => ({ ...record, importId, rev: 1 }));
    for (const record of owned)
      for (const projection of projectRecord(table, record as never)) projections.push(projection);
    const sealed = await Promise.all(
      owned.map((record) => sealRecord(db.keys, table, record as never)),
    );
    rows.push([table, sealed]);
  }
  const chunks = await Promise.all(
    placeProjections(projections, new Map()).map((chunk) => sealChunk(db.keys, chunk, 1, importId)),
  );
  return { importId, rows, chunks };
};

export type BatchNote = {
  /** The journal as it is after this batch. */
  readonly journal: ImportJournal;
  readonly now: number;
  readonly label?: ChangeLabel;
};

const write = async (db: Database, batch: PreparedBatch, note: BatchNote): Promise<number> => {
  const { dexie } = db;
  const { journal, now, label = 'import-batch' } = note;
  const seq = Number((await dexie.meta.get('seq'))?.value ?? 0) + 1;
  const undoable = label === 'import-done';
  const log = { seq, at: now, label, undoable, importId: batch.importId, records: [] };
  const change = await sealChange(db.keys, log);
  const stored = await dexie.imports.get(journal.id);
  const next = { ...journal, rev: (stored?.rev ?? 0) + 1, updatedAt: now };
  const journalRow = await sealRecord(db.keys, 'imports', next);
  const tables = batch.rows.map(([table]) => dexie[table]);
  const fixed = [dexie.meta, dexie.columns, dexie.changes, dexie.changeBodies, dexie.imports];
  await dexie.transaction('rw', [...tables, ...fixed], async () => {
    if ((await takeSequence(dexie)) !== seq) throw new Error('a writer did not take the lock');
    await Promise.all([
      ...batch.rows.map(([table, rows]) => dexie[table].bulkAdd([...rows])),
      dexie.columns.bulkPut(batch.chunks.map((chunk) => ({ ...chunk, seq }))),
      addChange(dexie, change),
      dexie.imports.put(journalRow),
    ]);
  });
  return seq;
};

/**
 * Writes a batch: rows, columns, journal, log row and sequence in one strict transaction.
 * Refuses: storage-full; then nothing of this batch is there.
 */
export const writeBatch = (
  db: Database,
  batch: PreparedBatch,
  note: BatchNote,
): Promise<Result<{ readonly seq: number }>> =>
  exclusive(writerLock(db), async () => {
    try {
      return accept({ seq: await write(db, batch, note) });
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
  });
