import type { Calendar } from '#core/customers/finish-task.ts';
import type { Task } from '#core/customers/task.ts';
import type { Address } from '#core/record.ts';
import type { CalendarEntry } from './write-calendar.ts';

/** What a calendar says of the customer of a task. */
export type TaskCustomer = { readonly name: string; readonly address?: Address | undefined };

const placeOf = (address: Address | undefined) =>
  [address?.street, address?.postcode, address?.city, address?.country]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');

/** Tasks that have a day, as entries of a calendar; the others cannot stand in one. */
export const calendarOfTasks = (
  tasks: readonly Task[],
  customerOf: (id: string) => TaskCustomer | undefined,
  { dayOf, minutesOf }: Calendar,
): readonly CalendarEntry[] =>
  tasks.flatMap((task): CalendarEntry[] => {
    if (task.dueAt === undefined) return [];
    const minutes = minutesOf(task.dueAt);
    const customer = customerOf(task.customerId ?? '');
    return [
      {
        uid: `${task.id}@rapport`,
        sequence: task.rev,
        title: customer === undefined ? task.title : `${task.title}: ${customer.name}`,
        place: placeOf(customer?.address),
        day: dayOf(task.dueAt),
        // Midnight stands for the whole day.
        at: minutes === 0 ? undefined : { instant: task.dueAt, minutes },
        recurrence: task.recurrence,
      },
    ];
  });
