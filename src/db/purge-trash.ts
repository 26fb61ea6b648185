import { accept, type Result } from '#core/result.ts';
import { openRecordChanges, sealRecordChanges } from './change-log.ts';
import { commit, type Write, writerLock } from './commit.ts';
import type { Database } from './database.ts';
import { dependentTables, readDependents } from './dependents.ts';
import { exclusive } from './exclusive.ts';
import { trashMs, trashTables } from './list-trash.ts';
import { takeSequence } from './meta.ts';
import { listRecords } from './sealed-table.ts';
import type { RecordRef } from './trash.ts';

const recordsAtOnce = 1000;

/** Everything deleted before an instant, and all that names a customer among it. */
const findExpired = async (db: Database, before: number): Promise<RecordRef[]> => {
  const found = new Map<string, RecordRef>();
  const add = (ref: RecordRef) => found.set(`${ref.table}|${ref.id}`, ref);
  for (const table of trashTables) {
    const ids = await db.dexie[table].where('deletedAt').belowOrEqual(before).primaryKeys();
    for (const id of ids) add({ table, id });
  }
  const customers = [...found.values()].flatMap(({ table, id }) =>
    table === 'customers' ? [id] : [],
  );
  if (customers.length === 0) return [...found.values()];
  for (const [table, rows] of await readDependents(db, dependentTables, customers))
    for (const { id } of rows) add({ table, id });
  const gone = new Set(customers);
  for (const { id, customerIds } of await listRecords(db, 'distinctPairs'))
    if (customerIds.some((customer) => gone.has(customer))) add({ table: 'distinctPairs', id });
  return [...found.values()];
};

/**
 * Takes records out of the log, too: gone for good is gone from its history. A change that wrote one
 * of them can no longer be taken back as a whole, so undo does not offer it.
 */
const forgetInLog = (db: Database, ids: readonly string[]): Promise<void> =>
  exclusive(writerLock(db), async () => {
    const { dexie, keys } = db;
    const gone = new Set(ids);
    const bodies = await dexie.changeBodies
      .where('recordIds')
      .anyOf([...ids])
      .distinct()
      .toArray();
    const kept = await Promise.all(
      bodies.map(async (body) => {
        const changes = await openRecordChanges(keys, body);
        const left = changes.filter(({ id }) => !gone.has(id));
        const { seq } = body;
        return { seq, count: left.length, body: await sealRecordChanges(keys, seq, left) };
      }),
    );
    if (kept.length === 0) return;
    await dexie.transaction('rw', [dexie.changes, dexie.changeBodies, dexie.meta], async () => {
      await takeSequence(dexie);
      for (const { seq, count, body } of kept) {
        const line = await dexie.changes.get(seq);
        const undoable = line?.undoable === 1 ? 2 : (line?.undoable ?? 0);
        if (line !== undefined) await dexie.changes.put({ ...line, undoable, count });
        if (body === undefined) await dexie.changeBodies.delete(seq);
        else await dexie.changeBodies.put(body);
      }
    });
  });

/**
 * Removes for good what was deleted up to an instant, with all that belongs to it: rows, places in the
 * columns, and what the log remembers of them. Interrupted, the rest goes the next time.
 * Refuses: edit-conflict, storage-full.
 */
const removeDeletedUntil = async (
  db: Database,
  until: number,
  now: number,
): Promise<Result<{ readonly removed: number }>> => {
  const refs = await findExpired(db, until);
  // What belongs to a customer goes before it, so that nothing is orphaned in between.
  refs.sort((a, b) => Number(a.table === 'customers') - Number(b.table === 'customers'));
  for (let at = 0; at < refs.length; at += recordsAtOnce) {
    const part = refs.slice(at, at + recordsAtOnce);
    await forgetInLog(
      db,
      part.map(({ id }) => id),
    );
    const writes: Write[] = part.map(({ table, id }) => ({ table, remove: id }));
    const done = await commit(db, { label: 'trash-emptied', now, undoable: false, writes });
    if (!done.ok) return done;
  }
  return accept({ removed: refs.length });
};

/** Removes for good what has been in the trash for 30 days. Nothing is written when there is none. */
export const purgeTrash = (
  db: Database,
  now: number,
): Promise<Result<{ readonly removed: number }>> => removeDeletedUntil(db, now - trashMs, now);

/** Removes for good everything in the trash. This cannot be undone. */
export const emptyTrash = (
  db: Database,
  now: number,
): Promise<Result<{ readonly removed: number }>> =>
  removeDeletedUntil(db, Number.MAX_SAFE_INTEGER, now);
