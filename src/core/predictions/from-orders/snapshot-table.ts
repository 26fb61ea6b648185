import { activityOutcomes } from '#core/customers/activity.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import type { ActivityHistory } from './activity-history.ts';
import { orderFeatures } from './order-features.ts';
import { type OrderHistory, placeOfDay } from './order-history.ts';
import { type Past, pastOfCustomer } from './past-of-customer.ts';

/** Customers on the mornings of days, one row per customer and day. */
export type SnapshotTable = {
  readonly customer: Int32Array;
  /** Days since 1970. */
  readonly asOf: Int32Array;
  readonly pasts: readonly Past[];
  readonly columns: readonly SnapshotColumn[];
};

/** Numbers as any table of customers has them; `log` for models of straight lines. */
export type SnapshotColumn = Omit<SourceColumn, 'values'> & {
  readonly values: readonly (number | null)[];
  readonly log: boolean;
};

/** Activities of the last so many days count. */
const activityDays = 180;

const numberColumn = (name: string, log: boolean, values: Iterable<number>): SnapshotColumn => ({
  name,
  type: 'number',
  learnable: true,
  log,
  values: Array.from(values, (value) => (Number.isFinite(value) ? value : null)),
});

const activityColumns = (
  activities: ActivityHistory,
  customer: Int32Array,
  asOf: Int32Array,
): SnapshotColumn[] => {
  const counts = activityOutcomes.map(() => new Float64Array(customer.length));
  customer.forEach((one, row) => {
    const day = asOf[row] ?? 0;
    const end = placeOfDay(activities, one, day);
    for (let at = placeOfDay(activities, one, day - activityDays); at < end; at += 1) {
      const count = counts[activities.outcome[at] ?? 0];
      if (count !== undefined) count[row] = (count[row] ?? 0) + 1;
    }
  });
  return activityOutcomes.map((outcome, at) =>
    numberColumn(`activities.${outcome}`, true, counts[at] ?? []),
  );
};

/** The first day with an order or a return at all; NaN without one. */
export const firstDayOf = ({ day }: OrderHistory): number =>
  day.length === 0 ? Number.NaN : day.reduce((first, one) => Math.min(first, one));

/**
 * Features of `customers` who had ordered before each of `days`. Windows longer than the history
 * before `shortest` (the earliest of all days compared) are left out: cut off by the beginning of
 * the book, they would mean something else on each day.
 */
export const makeSnapshotTable = (
  history: OrderHistory,
  customers: Uint32Array,
  days: readonly number[],
  shortest: number,
  activities?: ActivityHistory,
): SnapshotTable => {
  const customer: number[] = [];
  const asOf: number[] = [];
  const pasts: Past[] = [];
  for (const day of days)
    for (const one of customers) {
      const past = pastOfCustomer(history, one, day);
      if (past.days.length === 0) continue;
      customer.push(one);
      asOf.push(day);
      pasts.push(past);
    }
  const known = shortest - firstDayOf(history);
  const columns = orderFeatures
    .filter(({ lookBack }) => lookBack <= known)
    .map(({ name, log, read }) => numberColumn(name, log, pasts.map(read)));
  const who = Int32Array.from(customer);
  const when = Int32Array.from(asOf);
  const done = activities === undefined ? [] : activityColumns(activities, who, when);
  return { customer: who, asOf: when, pasts, columns: [...columns, ...done] };
};
