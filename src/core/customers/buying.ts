import { asOfDay } from './rfm.ts';
import { noDay, type OrderHeads, type OrderSummary, orderKindCodes } from './summarise-orders.ts';

/** How customers buy and how that changes; one number per customer asked for in each column. */
export type Buying = {
  /** Days since the last order ÷ the usual gap between two: 1 is due, 3 is long overdue. */
  readonly gapsSinceLast: Float64Array;
  /**
   * Orders of the last 240 days against as many as the whole time as a customer would give (each plus
   * one), in doublings: −1 is half the usual. On this scale half and twice lie equally far from usual.
   */
  readonly trend: Float64Array;
  /** Days since the first order. */
  readonly tenureDays: Float64Array;
  /** Mean order value in minor units. */
  readonly basketMinor: Float64Array;
  readonly ordersPerMonth: Float64Array;
};

/** The columns in the order a segment run keeps them, and which are squeezed by a logarithm. */
export const buyingColumns = [
  { name: 'gapsSinceLast', log: true },
  { name: 'trend', log: false },
  { name: 'tenureDays', log: false },
  { name: 'basketMinor', log: true },
  { name: 'ordersPerMonth', log: true },
] as const satisfies readonly { readonly name: keyof Buying; readonly log: boolean }[];

/** "Lately": two thirds of a year, so that a customer of four orders a year has some in it. */
const latelyDays = 240;
/** Orders of one week are one occasion. */
const shortestGapDays = 7;
/** Whose first order is of last week has no monthly number yet. */
const shortestTenureDays = 30;
const daysPerMonth = 30.4375;

/** Orders (no returns, no quotes) of each customer from a day on. */
const countSince = (chunks: readonly OrderHeads[], from: number, customers: number) => {
  const counts = new Uint32Array(customers);
  for (const { customer, day, kind } of chunks)
    for (let row = 0; row < customer.length; row += 1) {
      const of = customer[row] as number;
      if (of < 0 || of >= customers || kind[row] !== orderKindCodes.order) continue;
      if ((day[row] as number) >= from) counts[of] = (counts[of] as number) + 1;
    }
  return counts;
};

/** The usual gap of those with two orders, in the middle of all: stands for who has only one. */
const middleGap = (summary: OrderSummary): number => {
  const gaps: number[] = [];
  summary.orders.forEach((orders, at) => {
    const span = (summary.lastDay[at] as number) - (summary.firstDay[at] as number);
    if (orders > 1) gaps.push(Math.max(shortestGapDays, span / (orders - 1)));
  });
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? daysPerMonth;
};

/**
 * Describes the buying of the customers at the given indices, as of the day after the last order of
 * all. Each must have ordered: without an order there is no rhythm to speak of.
 */
export const computeBuying = (
  summary: OrderSummary,
  chunks: readonly OrderHeads[],
  customers: ArrayLike<number>,
): Buying => {
  const today = asOfDay(summary);
  const recent = countSince(chunks, today - latelyDays, summary.orders.length);
  const usual = middleGap(summary);
  const column = () => new Float64Array(customers.length);
  const [gapsSinceLast, trend, tenureDays] = [column(), column(), column()];
  const [basketMinor, ordersPerMonth] = [column(), column()];
  for (let place = 0; place < customers.length; place += 1) {
    const at = customers[place] as number;
    const orders = summary.orders[at] as number;
    const [first, last] = [summary.firstDay[at] as number, summary.lastDay[at] as number];
    if (orders === 0 || first === noDay) throw new RangeError(`customer ${at} has not ordered`);
    const tenure = today - first;
    const gap = orders > 1 ? Math.max(shortestGapDays, (last - first) / (orders - 1)) : usual;
    const expected = (orders * latelyDays) / Math.max(latelyDays, tenure);
    gapsSinceLast[place] = (today - last) / gap;
    trend[place] = Math.log2(((recent[at] as number) + 1) / (expected + 1));
    tenureDays[place] = tenure;
    basketMinor[place] = (summary.orderedMinor[at] as number) / orders;
    ordersPerMonth[place] = (orders * daysPerMonth) / Math.max(shortestTenureDays, tenure);
  }
  return { gapsSinceLast, trend, tenureDays, basketMinor, ordersPerMonth };
};
