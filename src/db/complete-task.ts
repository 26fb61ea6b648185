import { type Calendar, finishTask, reopenTask } from '#core/customers/finish-task.ts';
import type { Task } from '#core/customers/task.ts';
import { commit } from './commit.ts';
import type { Database } from './database.ts';

/** Ticks a task off, undoable; one that comes back is made for its next day in the same commit. */
export const completeTask = (db: Database, task: Task, now: number, calendar: Calendar) =>
  commit(db, {
    label: 'task-done',
    now,
    writes: finishTask(task, crypto.randomUUID(), now, calendar).map((record) => ({
      table: 'tasks',
      record,
    })),
  });

/** Takes a task up again that was ticked off by mistake. */
export const takeUpTask = (db: Database, task: Task, now: number) =>
  commit(db, { label: 'task-saved', now, writes: [{ table: 'tasks', record: reopenTask(task) }] });
