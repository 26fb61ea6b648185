import { middleOf, type Past } from './past-of-customer.ts';

/** One number about a customer's past orders. */
export type OrderFeature = {
  readonly name: string;
  /** Counts and sums are read as logarithms by a model of straight lines. */
  readonly log: boolean;
  /** Days of history it needs to mean the same on every day; 0 when any length will do. */
  readonly lookBack: number;
  /** NaN where it cannot be known. */
  readonly read: (past: Past) => number;
};

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const firstDay = ({ days, asOf }: Past): number => days[0] ?? asOf;
const lastDay = ({ days, asOf }: Past): number => days.at(-1) ?? asOf;

/** Orders from `from` to just before `to` days back. */
const ordersBack = ({ orderDays, asOf }: Past, from: number, to = 0): number =>
  orderDays.filter((day) => day >= asOf - from && day < asOf - to).length;

const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

const counted = (name: string, read: OrderFeature['read'], lookBack = 0): OrderFeature => ({
  name,
  log: true,
  lookBack,
  read,
});
const plain = (name: string, read: OrderFeature['read'], lookBack = 0): OrderFeature => ({
  name,
  log: false,
  lookBack,
  read,
});

/** Days since the last order over the own usual gap; above 1 the customer is overdue. */
const overdueRatio = (past: Past): number =>
  (past.asOf - lastDay(past)) / Math.max(1, middleOf(past.gaps));

/** From −1 (nothing of late) over 0 (as before) to 1 (all of late). */
const trend = (past: Past): number => {
  const late = ordersBack(past, 90);
  const before = ordersBack(past, 180, 90);
  return shareOf(late - before, late + before);
};

/** Recency, frequency, value, rhythm, breadth, trend, discounts, returns and tenure. */
export const orderFeatures: readonly OrderFeature[] = [
  counted('daysSinceLastOrder', (past) => past.asOf - lastDay(past)),
  counted('daysSinceFirstOrder', (past) => past.asOf - firstDay(past)),
  counted('orders', (past) => past.totals.length),
  counted('orderDays', (past) => past.days.length),
  plain('boughtAgain', (past) => (past.days.length > 1 ? 1 : 0)),
  counted('ordersIn30Days', (past) => ordersBack(past, 30), 30),
  counted('ordersIn90Days', (past) => ordersBack(past, 90), 90),
  counted('ordersIn180Days', (past) => ordersBack(past, 180), 180),
  counted('ordersIn365Days', (past) => ordersBack(past, 365), 365),
  plain('trendOf90Days', trend, 180),
  counted('ordersPer30Days', ({ days, asOf }) => (30 * days.length) / (asOf - (days[0] ?? asOf))),
  counted('usualGapDays', (past) => middleOf(past.gaps)),
  counted('overdueRatio', overdueRatio),
  counted('totalMinor', (past) => Math.max(0, sum(past.totals))),
  counted('meanOrderMinor', (past) => Math.max(0, sum(past.totals) / past.totals.length)),
  counted('largestOrderMinor', (past) => Math.max(0, ...past.totals)),
  counted('lastOrderMinor', (past) => Math.max(0, past.totals.at(-1) ?? Number.NaN)),
  counted('products', (past) => past.products),
  plain('discountShare', (past) =>
    shareOf(past.discountMinor, past.discountMinor + sum(past.totals)),
  ),
  plain('returnedShare', (past) => Math.min(1, shareOf(past.returnedMinor, sum(past.totals)))),
  counted('returns', (past) => past.returns),
];
