import { orderKindCodes } from '#core/customers/summarise-orders.ts';
import { type OrderHistory, placeOfDay } from './order-history.ts';

/** What a customer's orders said on the morning of a day: nothing of that day or later is in it. */
export type Past = {
  readonly asOf: number;
  /** Different days with an order, ascending. */
  readonly days: readonly number[];
  /** Days between them, ascending. */
  readonly gaps: readonly number[];
  /** Values of the orders, by day. */
  readonly totals: readonly number[];
  /** The day of each of them. */
  readonly orderDays: readonly number[];
  readonly returns: number;
  /** What came back, above 0. */
  readonly returnedMinor: number;
  /** NaN where no lines were read. */
  readonly discountMinor: number;
  readonly products: number;
};

const differentDays = (orderDays: readonly number[]): number[] =>
  orderDays.filter((day, at) => day !== orderDays[at - 1]);

/** Reads a customer's orders before the day. `asOf` is in days since 1970. */
export const pastOfCustomer = (history: OrderHistory, customer: number, asOf: number): Past => {
  const end = placeOfDay(history, customer, asOf);
  const totals: number[] = [];
  const orderDays: number[] = [];
  const bought = new Set<number>();
  let returns = 0;
  let returnedMinor = 0;
  let discountMinor = history.discountMinor === undefined ? Number.NaN : 0;
  for (let at = history.start[customer] ?? 0; at < end; at += 1) {
    const total = history.totalMinor[at] ?? 0;
    if (history.kind[at] === orderKindCodes.return) {
      returns += 1;
      returnedMinor += Math.abs(total);
      continue;
    }
    totals.push(total);
    orderDays.push(history.day[at] ?? 0);
    discountMinor += history.discountMinor?.[at] ?? 0;
    for (const product of history.products?.[at] ?? []) bought.add(product);
  }
  const days = differentDays(orderDays);
  const gaps = days.slice(1).map((day, at) => day - (days[at] ?? day));
  gaps.sort((a, b) => a - b);
  const products = history.products === undefined ? Number.NaN : bought.size;
  return { asOf, days, gaps, totals, orderDays, returns, returnedMinor, discountMinor, products };
};

/** Middle of ascending numbers; NaN without any. */
export const middleOf = (sorted: readonly number[]): number => {
  const half = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};
