import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { Database } from '#db/database.ts';
import { listUndatedTasks } from '#db/list-undated-tasks.ts';
import { findRecords, listRecords } from '#db/sealed-table.ts';
import { instantOf, localDay } from '#i18n/local-day.ts';

export const taskGroups = ['overdue', 'today', 'week', 'later', 'undated', 'done'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/** Tasks by when they are due, each group at most `limit` long, and the customers they name. */
export type TaskList = {
  readonly groups: Readonly<Record<TaskGroup, readonly Task[]>>;
  readonly customers: ReadonlyMap<string, Customer>;
  /** Some group has more than is shown. */
  readonly hasMore: boolean;
};

const daysAhead = 7;

/** Reads the groups by the indexes of open and of done tasks. */
export const readTasks = async (db: Database, now: number, limit: number): Promise<TaskList> => {
  const day = localDay(now);
  const start = instantOf(day);
  const end = instantOf(day, 24 * 60);
  const endOfWeek = instantOf(day, (daysAhead + 1) * 24 * 60);
  const open = (from: number, to: number) =>
    listRecords(db, 'tasks', {
      index: '[status+dueAt]',
      between: [
        ['open', from],
        ['open', to - 1],
      ],
      limit,
    });
  const [overdue, today, week, later, undated, done] = await Promise.all([
    open(0, start),
    open(start, end),
    open(end, endOfWeek),
    open(endOfWeek, Number.MAX_SAFE_INTEGER),
    listUndatedTasks(db, limit),
    listRecords(db, 'tasks', { index: 'doneAt', between: [start, end - 1], limit, reverse: true }),
  ]);
  const all = { overdue, today, week, later, undated, done };
  const hasMore = Object.values(all).some((tasks) => tasks.length === limit);
  const inUse = (tasks: readonly Task[]) => tasks.filter(({ deletedAt }) => !deletedAt);
  const groups = Object.fromEntries(
    taskGroups.map((group) => [group, inUse(all[group])]),
  ) as unknown as TaskList['groups'];
  const ids = new Set(
    Object.values(groups).flatMap((tasks) => tasks.flatMap(({ customerId }) => customerId ?? [])),
  );
  const found = await findRecords(db, 'customers', [...ids]);
  return { groups, customers: new Map(found.map((one) => [one.id, one])), hasMore };
};
