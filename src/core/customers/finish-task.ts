import { nextDay, readRecurrence } from './recurrence.ts';
import type { Task } from './task.ts';

/** How days and instants go together where the tablet is; this floor knows no zone. */
export type Calendar = {
  readonly dayOf: (instant: number) => string;
  /** Minutes since midnight. */
  readonly minutesOf: (instant: number) => number;
  readonly instantOf: (day: string, minutes?: number) => number;
};

/** The task again, on its next day at the same time of day; undefined when it does not come back. */
const following = (task: Task, id: string, now: number, calendar: Calendar): Task | undefined => {
  const recurrence = readRecurrence(task.recurrence);
  if (recurrence === undefined || task.dueAt === undefined) return undefined;
  const { dayOf, minutesOf, instantOf } = calendar;
  const day = nextDay(recurrence, dayOf(task.dueAt), dayOf(now));
  const { doneAt, rank, importId, externalId, ...kept } = task;
  const fresh = { id, createdAt: now, updatedAt: now, rev: 0, status: 'open' } as const;
  return { ...kept, ...fresh, dueAt: instantOf(day, minutesOf(task.dueAt)) };
};

/** A task ticked off, and with it the next one, under `nextId`, when it comes back. */
export const finishTask = (
  task: Task,
  nextId: string,
  now: number,
  calendar: Calendar,
): readonly Task[] => {
  const next = following(task, nextId, now, calendar);
  const done: Task = { ...task, status: 'done', doneAt: now };
  return next === undefined ? [done] : [done, next];
};

/** A task taken up again that was ticked off by mistake. */
export const reopenTask = ({ doneAt, ...task }: Task): Task => ({ ...task, status: 'open' });
