import { dayMs } from '#core/day-number.ts';
import type { VisitRhythm } from '#core/settings.ts';
import type { Activity } from './activity.ts';
import type { Customer } from './customer.ts';

/** Being there counts as a visit: a visit, or a meeting. `ms UTC` of the newest, or undefined. */
export const lastVisitOf = (activities: readonly Activity[]): number | undefined => {
  const instants = activities
    .filter(({ type }) => type === 'visit' || type === 'meeting')
    .map(({ startAt }) => startAt);
  return instants.length === 0 ? undefined : Math.max(...instants);
};

/** When a customer is to be visited again: ms UTC, or undefined where no rhythm or visit is known. */
export const visitDueAt = (
  customer: Pick<Customer, 'class' | 'visitIntervalDays'>,
  lastVisit: number | undefined,
  rhythm: VisitRhythm,
): number | undefined => {
  const byClass = customer.class === undefined ? undefined : rhythm[customer.class];
  const days = customer.visitIntervalDays ?? byClass;
  return days === undefined || lastVisit === undefined ? undefined : lastVisit + days * dayMs;
};

/** The usual number of days between orders: the median gap of different days, or undefined below two. */
export const usualGapDays = (orderDays: readonly number[]): number | undefined => {
  const days = [...new Set(orderDays)].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, at) => day - (days[at] as number));
  gaps.sort((a, b) => a - b);
  const middle = gaps.length / 2;
  if (gaps.length === 0) return undefined;
  const [low, high] = [gaps[Math.ceil(middle) - 1] as number, gaps[Math.floor(middle)] as number];
  return Math.round((low + high) / 2);
};
