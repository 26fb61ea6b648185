import { makeVisit } from '#core/customers/make-visit.ts';
import { moveInDay } from '#core/customers/plan-of-day.ts';
import type { Task } from '#core/customers/task.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { instantOf } from '#i18n/local-day.ts';

/** Plans visits for a day, behind those there are. `title`: what the tasks are called. */
export const planVisits = (
  db: Database,
  customerIds: readonly string[],
  day: string,
  title: string,
  now: number,
) =>
  commit(db, {
    label: 'task-saved',
    now,
    writes: customerIds.map((customerId, at) => ({
      table: 'tasks',
      record: makeVisit({
        id: crypto.randomUUID(),
        customerId,
        title,
        dueAt: instantOf(day),
        now,
        place: at,
      }),
    })),
  });

/** Puts the visit at `from` to the place `to`. */
export const moveVisit = (
  db: Database,
  tasks: readonly Task[],
  from: number,
  to: number,
  now: number,
) => {
  const writes = moveInDay(tasks, from, to).map((record) => ({ table: 'tasks' as const, record }));
  return commit(db, { label: 'task-saved', now, writes });
};
