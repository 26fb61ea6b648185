import { calendarOfTasks } from '#core/calendar/calendar-of-tasks.ts';
import { writeCalendar } from '#core/calendar/write-calendar.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import { localCalendar } from '#i18n/local-day.ts';
import { saveFile } from '#ui/live/save-file.ts';

/** Saves tasks as a calendar file; reading it again updates the entries instead of doubling them. */
export const saveCalendar = (
  tasks: readonly Task[],
  customers: ReadonlyMap<string, Customer>,
  nameOf: (customer: Customer) => string,
  fileName: string,
  now: number,
): void => {
  const customerOf = (id: string) => {
    const customer = customers.get(id);
    return customer && { name: nameOf(customer), address: customer.address };
  };
  const entries = calendarOfTasks(tasks, customerOf, localCalendar);
  saveFile(fileName, writeCalendar(entries, now), 'text/calendar;charset=utf-8');
};
