import { writerLock } from './commit.ts';
import type { Database } from './database.ts';
import { exclusive } from './exclusive.ts';
import { takeSequence } from './meta.ts';
import { readUndoStacks } from './undo.ts';

/**
 * Undo offers a change no longer when a record it wrote is about to go for good: it could not be
 * taken back, and would stand in the way of the changes before it. History keeps its line.
 */
export const retireChanges = async (
  db: Database,
  isLost: (ids: readonly string[]) => Promise<boolean>,
): Promise<void> => {
  const { done, undone } = await readUndoStacks(db);
  const lines = [...done, ...undone].filter(({ importId }) => importId === undefined);
  const lost: number[] = [];
  for (const { seq } of lines) {
    const body = await db.dexie.changeBodies.get(seq);
    if (body !== undefined && (await isLost(body.recordIds))) lost.push(seq);
  }
  if (lost.length === 0) return;
  await exclusive(writerLock(db), () =>
    db.dexie.transaction('rw', [db.dexie.changes, db.dexie.meta], async () => {
      await takeSequence(db.dexie);
      await db.dexie.changes.where('seq').anyOf(lost).modify({ undoable: 2 });
    }),
  );
};
