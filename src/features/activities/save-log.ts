import { finishTask } from '#core/customers/finish-task.ts';
import { activityOf, customerAfter, type LogDraft, nextTaskOf } from '#core/customers/log-draft.ts';
import type { Result } from '#core/result.ts';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { localCalendar } from '#i18n/local-day.ts';

const doneWrites = async (db: Database, draft: LogDraft, now: number): Promise<Write[]> => {
  const task = draft.taskId === undefined ? undefined : await findRecord(db, 'tasks', draft.taskId);
  if (task === undefined || task.status !== 'open') return [];
  const records = finishTask(task, crypto.randomUUID(), now, localCalendar);
  return records.map((record) => ({ table: 'tasks', record }));
};

/**
 * Writes what was logged in one commit: the activity, the task of the next step, the task this did, and
 * what the customer has become. One undo takes all of it back. Refuses: edit-conflict, storage-full.
 */
export const saveLog = async (
  db: Database,
  draft: LogDraft,
  now: number,
): Promise<Result<{ readonly seq: number }>> => {
  const customer = await findRecord(db, 'customers', draft.customerId);
  const changed = customer === undefined ? undefined : customerAfter(customer, draft);
  const next = nextTaskOf(draft, crypto.randomUUID(), now);
  const writes: Write[] = [
    { table: 'activities', record: activityOf(draft, now) },
    ...(next === undefined ? [] : [{ table: 'tasks' as const, record: next }]),
    ...(await doneWrites(db, draft, now)),
    ...(changed === undefined ? [] : [{ table: 'customers' as const, record: changed }]),
  ];
  return commit(db, { label: 'activity-saved', now, writes });
};
