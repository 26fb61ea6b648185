import type { Customer } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { LogDraft } from '#core/customers/log-draft.ts';
import { orderOfDay } from '#core/customers/plan-of-day.ts';
import type { Task } from '#core/customers/task.ts';
import type { Settings } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { listLogDrafts } from '#db/log-drafts.ts';
import { readSettings } from '#db/read-settings.ts';
import { findRecords, listRecords } from '#db/sealed-table.ts';
import { instantOf, localDay } from '#i18n/local-day.ts';

/** Open tasks of a day that are opened at most; the rest is in Tasks. */
const mostTasks = 60;

export type PlannedVisit = { readonly task: Task; readonly customer: Customer };

/** What is to be done today, as it is stored. */
export type Day = {
  /** Visits planned for today or left from before, in the rep's order. */
  readonly visits: readonly PlannedVisit[];
  /** Everything else that is due today or overdue. */
  readonly tasks: readonly Task[];
  readonly customers: ReadonlyMap<string, Customer>;
  /** Logs that were being written when the app was shut. */
  readonly drafts: readonly LogDraft[];
  readonly dateFields: readonly FieldDefinition[];
  readonly settings: Settings;
};

/** The first instant after a day where the tablet is. */
export const endOfDay = (day: string): number => instantOf(day, 24 * 60);

/** Reads the day by the index of open tasks; a watch of it hears every change of them. */
export const readDay = async (db: Database, now: number): Promise<Day> => {
  const [tasks, drafts, fields, settings] = await Promise.all([
    listRecords(db, 'tasks', {
      index: '[status+dueAt]',
      between: [
        ['open', 0],
        ['open', endOfDay(localDay(now)) - 1],
      ],
      limit: mostTasks,
    }),
    listLogDrafts(db),
    listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'customers' }),
    readSettings(db),
  ]);
  const open = orderOfDay(tasks.filter(({ deletedAt }) => deletedAt === undefined));
  const ids = new Set([...open, ...drafts].flatMap(({ customerId }) => customerId ?? []));
  const found = await findRecords(db, 'customers', [...ids]);
  const customers = new Map(
    found.filter(({ deletedAt }) => deletedAt === undefined).map((one) => [one.id, one]),
  );
  const visits = open.flatMap((task): PlannedVisit[] => {
    const customer = task.type === 'visit' ? customers.get(task.customerId ?? '') : undefined;
    return customer === undefined ? [] : [{ task, customer }];
  });
  const planned = new Set(visits.map(({ task }) => task.id));
  return {
    visits,
    tasks: open.filter(({ id }) => !planned.has(id)),
    customers,
    drafts: drafts.filter(({ customerId }) => customers.has(customerId)),
    dateFields: fields.filter(({ type }) => type === 'date'),
    settings,
  };
};
