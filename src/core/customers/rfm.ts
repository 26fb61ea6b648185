import { noDay, type OrderSummary } from './summarise-orders.ts';

/** Recency, frequency and monetary value per customer asked for, in that order. */
export type Rfm = {
  /** Days from the last order to the as-of day. */
  readonly recencyDays: Float64Array;
  readonly frequency: Float64Array;
  /** Mean order value in minor units: the sum would count frequency twice. */
  readonly basketMinor: Float64Array;
};

/** The names of the three columns, in the order a segment run keeps them. */
export const rfmColumns = ['recencyDays', 'frequency', 'basketMinor'] as const;

/**
 * The day after the last order of all: yesterday's file and one of ten years ago are read alike,
 * and a closed shop does not make every customer look lost. `noDay` when nobody has ordered.
 */
export const asOfDay = (summary: OrderSummary): number => {
  let last = noDay;
  for (const day of summary.lastDay) if (day > last) last = day;
  return last === noDay ? noDay : last + 1;
};

/**
 * RFM of the customers at the given indices. Somebody who never ordered has frequency 0, basket 0
 * and the longest silence there can be: since the first order of all.
 */
export const computeRfm = (summary: OrderSummary, customers: ArrayLike<number>): Rfm => {
  const today = asOfDay(summary);
  let first = today;
  for (const day of summary.firstDay) if (day !== noDay && day < first) first = day;
  const recencyDays = new Float64Array(customers.length);
  const frequency = new Float64Array(customers.length);
  const basketMinor = new Float64Array(customers.length);
  for (let place = 0; place < customers.length; place += 1) {
    const customer = customers[place] as number;
    const orders = summary.orders[customer] ?? 0;
    frequency[place] = orders;
    recencyDays[place] = today - (orders === 0 ? first : (summary.lastDay[customer] ?? first));
    basketMinor[place] = orders === 0 ? 0 : (summary.orderedMinor[customer] ?? 0) / orders;
  }
  return { recencyDays, frequency, basketMinor };
};
