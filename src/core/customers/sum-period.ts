import type { ActivityHeads } from './summarise-activities.ts';
import { type OrderHeads, orderKindCodes } from './summarise-orders.ts';

/** What was reached from one day to another. */
export type PeriodSums = {
  /** Orders less returns, of customers that exist. */
  readonly revenueMinor: number;
  readonly orders: number;
  readonly visits: number;
  /** Customers whose first order falls into the period. */
  readonly newCustomers: number;
};

/** Days since 1970, both included. */
export type Period = { readonly fromDay: number; readonly toDay: number };

const isWithin = ({ fromDay, toDay }: Period, day: number | undefined) =>
  day !== undefined && day >= fromDay && day <= toDay;

const sumOrders = (
  chunks: Iterable<OrderHeads>,
  isThere: (customer: number) => boolean,
  period: Period,
) => {
  let revenueMinor = 0;
  let orders = 0;
  for (const { customer, day, kind, totalMinor } of chunks)
    for (let row = 0; row < day.length; row += 1) {
      if (!isWithin(period, day[row]) || !isThere(customer[row] as number)) continue;
      const total = totalMinor[row] as number;
      if (kind[row] === orderKindCodes.return) revenueMinor -= Math.abs(total);
      if (kind[row] !== orderKindCodes.order) continue;
      revenueMinor += total;
      orders += 1;
    }
  return { revenueMinor, orders };
};

const countVisits = (
  chunks: Iterable<ActivityHeads>,
  isThere: (customer: number) => boolean,
  period: Period,
) => {
  let visits = 0;
  for (const { customer, day, isVisit } of chunks)
    for (let row = 0; row < day.length; row += 1)
      if (isVisit[row] === 1 && isWithin(period, day[row]) && isThere(customer[row] as number))
        visits += 1;
  return visits;
};

/** Sums what lies in a period. `isThere`: whether the customer at an index exists; −1 is unknown. */
export const sumPeriod = (
  {
    orders,
    activities,
    firstOrderDays,
    isThere,
  }: {
    readonly orders: Iterable<OrderHeads>;
    readonly activities: Iterable<ActivityHeads>;
    /** By the index of the customer. */
    readonly firstOrderDays: Int32Array;
    readonly isThere: (customer: number) => boolean;
  },
  period: Period,
): PeriodSums => {
  let newCustomers = 0;
  for (let at = 0; at < firstOrderDays.length; at += 1)
    if (isThere(at) && isWithin(period, firstOrderDays[at])) newCustomers += 1;
  return {
    ...sumOrders(orders, isThere, period),
    visits: countVisits(activities, isThere, period),
    newCustomers,
  };
};
