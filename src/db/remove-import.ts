import type { ImportJournal } from '#core/imports/import-journal.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { readRecordChanges } from './change-log.ts';
import { commit, type Write, writerLock } from './commit.ts';
import type { Database } from './database.ts';
import { exclusive } from './exclusive.ts';
import { takeSequence } from './meta.ts';
import type { RecordTable } from './record-tables.ts';
import { retireChanges } from './retire-changes.ts';
import { findRecord, listRecords } from './sealed-table.ts';
import { refusalOf } from './storage-refusal.ts';

/** Tables an import writes to, the ones that refer to others first. */
const importTables = [
  'recommendations',
  'consents',
  'attachments',
  'activities',
  'tasks',
  'contacts',
  'deals',
  'orders',
  'customers',
  'products',
  'targets',
  'savedViews',
  'fieldDefinitions',
] as const satisfies readonly RecordTable[];

const keysPerTransaction = 2000;

const setState = async (
  db: Database,
  journal: ImportJournal,
  state: 'removing' | 'removed',
  now: number,
) =>
  commit(db, {
    label: 'import-removed',
    now,
    undoable: false,
    writes: [{ table: 'imports', record: { ...journal, state } }],
  });

/** Puts back what the import changed in records that were there before. */
const revertUpdates = async (db: Database, importId: string, now: number): Promise<void> => {
  const rows = await db.dexie.changes.where('importId').equals(importId).toArray();
  rows.sort((a, b) => b.seq - a.seq);
  for (const row of rows) {
    if (row.label !== 'import-updated') continue;
    const writes: Write[] = [];
    for (const { table, id, before, after } of await readRecordChanges(db, row.seq)) {
      const current = await findRecord(db, table, id);
      // Made by the import itself: it goes as a whole, and must not come back into the columns.
      if (before?.importId === importId) continue;
      // Edited since: the person's word counts more than the undo.
      if (before === null || current === undefined || current.rev !== after?.rev) continue;
      writes.push({ table, record: { ...before, rev: current.rev } } as Write);
    }
    if (writes.length > 0)
      await commit(db, { label: 'import-removed', now, undoable: false, writes });
  }
};

const removeKeys = (db: Database, table: RecordTable, importId: string): Promise<number> =>
  exclusive(writerLock(db), async () => {
    const keys = await db.dexie[table]
      .where('importId')
      .equals(importId)
      .limit(keysPerTransaction)
      .primaryKeys();
    if (keys.length === 0) return 0;
    await db.dexie.transaction('rw', [db.dexie[table], db.dexie.meta], async () => {
      await takeSequence(db.dexie);
      await db.dexie[table].bulkDelete(keys);
    });
    return keys.length;
  });

/** Whether one of these records is the import's. */
const belongsTo = (db: Database, importId: string) => async (ids: readonly string[]) => {
  for (const table of importTables) {
    const rows = await db.dexie[table].bulkGet([...ids]);
    if (rows.some((row) => row?.importId === importId)) return true;
  }
  return false;
};

/** Takes the import's chunks away, and the scores and labels that stood beside them. */
const removeColumns = (db: Database, importId: string): Promise<void> =>
  exclusive(writerLock(db), () =>
    db.dexie.transaction('rw', [db.dexie.columns, db.dexie.meta], async () => {
      await takeSequence(db.dexie);
      const own = db.dexie.columns.where('importId').equals(importId);
      const places = (await own.primaryKeys()).filter((id) => id.startsWith('customers.directory'));
      await own.delete();
      for (const id of places) {
        const n = id.slice(id.lastIndexOf(':'));
        await db.dexie.columns
          .filter((row) => /^(scores|segments)\./u.test(row.set) && row.id.endsWith(n))
          .delete();
      }
      await forgetEmpty(db, 'activeModel', 'scores');
      await forgetEmpty(db, 'activeSegmentRun', 'segments');
    }),
  );

/** A model or run that says nothing about any customer left is no longer the one in use. */
const forgetEmpty = async (
  db: Database,
  key: 'activeModel' | 'activeSegmentRun',
  kind: 'scores' | 'segments',
): Promise<void> => {
  const active = await db.dexie.meta.get(key);
  if (active === undefined) return;
  const left = await db.dexie.columns.where('set').equals(`${kind}.${active.value}`).count();
  if (left === 0) await db.dexie.meta.delete(key);
};

/**
 * Removes all an import made, also one that was cut off. Interrupted, it goes on at the next call:
 * the journal says `removing` until nothing is left. Records it had updated get their old values.
 * Refuses: import-not-found, storage-full.
 */
export const removeImport = async (
  db: Database,
  importId: string,
  { now, onProgress }: { readonly now: number; readonly onProgress?: (removed: number) => void },
): Promise<Result<{ readonly removed: number }>> => {
  try {
    const journal = await findRecord(db, 'imports', importId);
    if (journal === undefined) return refuse('import-not-found');
    await setState(db, journal, 'removing', now);
    await retireChanges(db, belongsTo(db, importId));
    await removeColumns(db, importId);
    await revertUpdates(db, importId, now);
    let removed = 0;
    for (const table of importTables) {
      for (;;) {
        const count = await removeKeys(db, table, importId);
        if (count === 0) break;
        removed += count;
        onProgress?.(removed);
      }
    }
    const marked = await findRecord(db, 'imports', importId);
    if (marked !== undefined) await setState(db, marked, 'removed', now);
    return accept({ removed });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
};

/** Imports that were cut off while writing or while being removed: to be removed at the start. */
export const listUnfinishedImports = async (db: Database): Promise<ImportJournal[]> =>
  listRecords(db, 'imports', { index: 'state', anyOf: ['running', 'removing'] });
