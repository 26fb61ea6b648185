import { accept, type Result } from '#core/result.ts';
import { byTable } from './by-table.ts';
import { openRecordChanges, sealRecordChanges } from './change-log.ts';
import { commitLocked, type Write, writerLock } from './commit.ts';
import type { Database } from './database.ts';
import { dependentTables, readDependents } from './dependents.ts';
import { exclusive } from './exclusive.ts';
import { trashMs } from './list-trash.ts';
import { takeSequence } from './meta.ts';
import { listRecords } from './sealed-table.ts';
import type { RecordRef } from './trash.ts';
import { listDeletedIds, trashTables } from './trash-rows.ts';

const recordsAtOnce = 1000;

/** A deleted record and all that goes with it: a customer's own records, and the customer last. */
type Expired = { readonly head: RecordRef; readonly refs: readonly RecordRef[] };

const keyOf = ({ table, id }: RecordRef): string => `${table}|${id}`;

/** Records that name these customers, by customer; one that names two stands with the first. */
const findOwned = async (
  db: Database,
  customers: readonly string[],
): Promise<ReadonlyMap<string, RecordRef[]>> => {
  const owned = new Map<string, RecordRef[]>(customers.map((id) => [id, []]));
  if (customers.length === 0) return owned;
  for (const [table, rows] of await readDependents(db, dependentTables, customers))
    for (const { id, customerId = '' } of rows) owned.get(customerId)?.push({ table, id });
  for (const { id, customerIds } of await listRecords(db, 'distinctPairs')) {
    const owner = customerIds.find((customer) => owned.has(customer));
    if (owner !== undefined) owned.get(owner)?.push({ table: 'distinctPairs', id });
  }
  return owned;
};

/** Everything deleted up to an instant, each with what goes with it. */
const findExpired = async (db: Database, until: number): Promise<Expired[]> => {
  const customers = await listDeletedIds(db, 'customers', until);
  const expired: Expired[] = [];
  for (const [id, own] of await findOwned(db, customers)) {
    const head = { table: 'customers', id } as const;
    expired.push({ head, refs: [...own, head] });
  }
  const covered = new Set(expired.flatMap(({ refs }) => refs.map(keyOf)));
  for (const table of trashTables)
    for (const id of await listDeletedIds(db, table, until)) {
      const head = { table, id };
      if (!covered.has(keyOf(head))) expired.push({ head, refs: [head] });
    }
  return expired;
};

/** Those of them that are still in the trash: one may have been brought back in the meantime. */
const stillExpired = async (
  db: Database,
  expired: readonly Expired[],
  until: number,
): Promise<RecordRef[]> => {
  const there = new Set<string>();
  for (const [table, ids] of byTable(
    expired.map(({ head }) => head),
    ({ id }) => id,
  ))
    for (const row of await db.dexie[table].bulkGet(ids))
      if (row?.deletedAt !== undefined && row.deletedAt <= until)
        there.add(keyOf({ table, id: row.id }));
  return expired.flatMap(({ head, refs }) => (there.has(keyOf(head)) ? refs : []));
};

/**
 * Takes records out of the log, too: gone for good is gone from its history. A change that wrote one
 * of them can no longer be taken back as a whole, so undo does not offer it. Under the writers' lock.
 */
const forgetInLog = async ({ dexie, keys }: Database, ids: readonly string[]): Promise<void> => {
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
};

/** What goes in one transaction: whole heads, until there are enough records. */
const partsOf = (expired: readonly Expired[]): Expired[][] => {
  const parts: Expired[][] = [];
  let size = recordsAtOnce;
  for (const one of expired) {
    if (size >= recordsAtOnce) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(one);
    size += one.refs.length;
  }
  return parts;
};

/**
 * Removes for good what was deleted up to an instant, with all that belongs to it: rows, places in the
 * columns, and what the log remembers of them. Each part is looked at again under the lock every
 * writer takes, in any tab: what was brought back stays, with its history. Interrupted, the rest goes
 * the next time. Refuses: edit-conflict, storage-full.
 */
const removeDeletedUntil = async (
  db: Database,
  until: number,
  now: number,
): Promise<Result<{ readonly removed: number }>> => {
  let removed = 0;
  for (const part of partsOf(await findExpired(db, until))) {
    const done = await exclusive(writerLock(db), async () => {
      const refs = await stillExpired(db, part, until);
      if (refs.length === 0) return accept(null);
      removed += refs.length;
      await forgetInLog(
        db,
        refs.map(({ id }) => id),
      );
      const writes: Write[] = refs.map(({ table, id }) => ({ table, remove: id }));
      return commitLocked(db, { label: 'trash-emptied', now, undoable: false, writes });
    });
    if (!done.ok) return done;
  }
  return accept({ removed });
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
