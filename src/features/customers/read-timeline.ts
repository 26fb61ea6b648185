import {
  pageTimeline,
  type TimelineCursor,
  type TimelineEntry,
  type TimelineKind,
  type TimelineSource,
  timelineOf,
} from '#core/customers/timeline.ts';
import { dayOfInstant, dayText } from '#core/day-number.ts';
import type { Database } from '#db/database.ts';
import { listNewestOf, listOf } from '#db/list-by-customer.ts';

export const pageSize = 8;

/** Deals and finished tasks of one customer that are looked at. */
const mostOwned = 60;

export type TimelineFilter = TimelineKind | 'all';

export type TimelinePage = {
  readonly page: readonly TimelineEntry[];
  readonly next: TimelineCursor | undefined;
};

/** The first page, of the newest of each kind. */
export const firstOfTimeline = (newest: TimelineSource): TimelinePage =>
  pageTimeline(timelineOf(newest), pageSize);

/** One page of what happened with a customer. Only rows of that customer are read, a page of each kind. */
export const readTimeline = async (
  db: Database,
  customerId: string,
  filter: TimelineFilter,
  cursor: TimelineCursor | undefined,
): Promise<TimelinePage> => {
  const limit = pageSize + 1 + (cursor?.shown.length ?? 0);
  const wants = (kind: TimelineKind) => filter === 'all' || filter === kind;
  const day = cursor === undefined ? undefined : dayText(dayOfInstant(cursor.at));
  const [activities, orders, deals, tasks] = await Promise.all([
    wants('activity')
      ? listNewestOf(db, 'activities', customerId, { limit, upTo: cursor?.at })
      : [],
    wants('order') ? listNewestOf(db, 'orders', customerId, { limit, upTo: day }) : [],
    wants('deal') ? listOf(db, 'deals', customerId, mostOwned) : [],
    wants('task') ? listOf(db, 'tasks', customerId, mostOwned, 'done') : [],
  ]);
  return pageTimeline(timelineOf({ activities, orders, deals, tasks }), pageSize, cursor);
};
