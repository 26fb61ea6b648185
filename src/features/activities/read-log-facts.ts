import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { LogDraft } from '#core/customers/log-draft.ts';
import type { Task } from '#core/customers/task.ts';
import type { Database } from '#db/database.ts';
import { listLogDrafts } from '#db/log-drafts.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { instantOf, localDay } from '#i18n/local-day.ts';

const mostContacts = 50;
const mostTasks = 60;
const dayMs = 86_400_000;

/** What the log needs to know before it is shown. */
export type LogFacts = {
  readonly customer: Customer;
  readonly contacts: readonly Contact[];
  /** The task this log does: the one asked for, or the visit planned for today or before. */
  readonly task: Task | undefined;
  /** What was being written about this customer when the app was shut or killed. */
  readonly kept: LogDraft | undefined;
};

const findTask = async (db: Database, customerId: string, asked: string | null, now: number) => {
  if (asked !== null) return findRecord(db, 'tasks', asked);
  const endOfToday = instantOf(localDay(now)) + dayMs;
  const tasks = await listRecords(db, 'tasks', {
    index: 'customerId',
    equals: customerId,
    limit: mostTasks,
  });
  return tasks
    .filter(({ status, type, deletedAt }) => status === 'open' && type === 'visit' && !deletedAt)
    .filter(({ dueAt }) => dueAt !== undefined && dueAt < endOfToday)
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
};

/** Reads it once: the form must not change under somebody's hands. null: there is no such customer. */
export const readLogFacts = async (
  db: Database,
  customerId: string,
  askedTask: string | null,
  now: number,
): Promise<LogFacts | null> => {
  const customer = await findRecord(db, 'customers', customerId);
  if (customer === undefined || customer.deletedAt !== undefined) return null;
  const [contacts, task, drafts] = await Promise.all([
    listRecords(db, 'contacts', { index: 'customerId', equals: customerId, limit: mostContacts }),
    findTask(db, customerId, askedTask, now),
    listLogDrafts(db),
  ]);
  return {
    customer,
    contacts: contacts.filter(({ deletedAt }) => deletedAt === undefined),
    task: task?.status === 'open' && task.deletedAt === undefined ? task : undefined,
    kept: drafts.find((draft) => draft.customerId === customerId),
  };
};
