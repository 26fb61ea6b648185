import type { Task } from '#core/customers/task.ts';
import type { Database } from './database.ts';
import { findRecords } from './sealed-table.ts';

/** Open tasks without a date. The index of due days does not hold them; no other task is opened. */
export const listUndatedTasks = async (db: Database, limit: number): Promise<Task[]> => {
  const rows = db.dexie.tasks.where('status').equals('open');
  const ids = await rows
    .filter((row) => row.dueAt === undefined && row.deletedAt === undefined)
    .limit(limit)
    .primaryKeys();
  return findRecords(db, 'tasks', ids);
};
