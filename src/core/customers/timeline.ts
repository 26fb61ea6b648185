import { dayNumber } from '#core/day-number.ts';
import type { Deal, DealStage } from '#core/sales/deal.ts';
import type { Order } from '#core/sales/order.ts';
import type { Activity } from './activity.ts';
import type { Task } from './task.ts';

export const timelineKinds = ['activity', 'order', 'deal', 'task'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

type Happening =
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'deal'; readonly deal: Deal; readonly stage: DealStage }
  | { readonly kind: 'task'; readonly task: Task };

/** Something that happened with a customer. `at`: ms UTC; of a day without a time, its noon. */
export type TimelineEntry = Happening & { readonly key: string; readonly at: number };

const noonMs = 43_200_000;
const dayMs = 86_400_000;

/** Records that happenings are made of. */
export type TimelineSource = {
  readonly activities: readonly Activity[];
  readonly orders: readonly Order[];
  readonly deals: readonly Deal[];
  readonly tasks: readonly Task[];
};

/** What is known of a customer as things that happened, in no order. Open tasks have not happened. */
export const timelineOf = ({
  activities,
  orders,
  deals,
  tasks,
}: TimelineSource): TimelineEntry[] => [
  ...activities.map((activity) => ({
    kind: 'activity' as const,
    key: activity.id,
    at: activity.startAt,
    activity,
  })),
  ...orders.map((order) => ({
    kind: 'order' as const,
    key: order.id,
    at: dayNumber(order.date) * dayMs + noonMs,
    order,
  })),
  ...deals.flatMap((deal) =>
    deal.stageHistory.map(({ stage, at }, step) => ({
      kind: 'deal' as const,
      key: `${deal.id}/${step}`,
      at,
      deal,
      stage,
    })),
  ),
  ...tasks
    .filter(({ status }) => status === 'done')
    .map((task) => ({
      kind: 'task' as const,
      key: task.id,
      at: task.doneAt ?? task.updatedAt,
      task,
    })),
];

/** Where a page ended: its last instant, and what of that instant was shown already. */
export type TimelineCursor = { readonly at: number; readonly shown: readonly string[] };

const isBefore = (cursor: TimelineCursor | undefined) => (entry: TimelineEntry) =>
  cursor === undefined ||
  entry.at < cursor.at ||
  (entry.at === cursor.at && !cursor.shown.includes(entry.key));

/**
 * The newest entries after a cursor, and the cursor of the next page; none when there is no more.
 * Things of the same instant are neither lost nor shown twice at the edge of a page.
 */
export const pageTimeline = (
  entries: readonly TimelineEntry[],
  size: number,
  cursor?: TimelineCursor,
): { readonly page: readonly TimelineEntry[]; readonly next: TimelineCursor | undefined } => {
  const left = entries
    .filter(isBefore(cursor))
    .sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
  const page = left.slice(0, size);
  const last = page.at(-1);
  if (left.length <= size || last === undefined) return { page, next: undefined };
  const sameInstant = page.filter(({ at }) => at === last.at).map(({ key }) => key);
  const before = cursor?.at === last.at ? cursor.shown : [];
  return { page, next: { at: last.at, shown: [...before, ...sameInstant] } };
};
