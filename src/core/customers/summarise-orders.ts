import type { Order } from '#core/sales/order.ts';

/** Kinds of order as small numbers, for columns of a hundred thousand orders. */
export const orderKindCodes: Readonly<Record<Order['kind'], number>> = {
  order: 0,
  return: 1,
  quote: 2,
};

/** Heads of orders, column by column; the four arrays are equally long. */
export type OrderHeads = {
  /** Index of the customer, −1 for one that is not known. */
  readonly customer: Int32Array;
  /** Days since 1970. */
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  readonly totalMinor: Float64Array;
};

/** What the orders say of each customer, by the customer's index. */
export type OrderSummary = {
  /** Orders, returns and quotes not counted. */
  readonly orders: Uint32Array;
  /** Day of the first and the last order; `noDay` without one. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Orders less returns. */
  readonly revenueMinor: Float64Array;
  /** Sum of orders alone: with `orders` the mean basket. */
  readonly orderedMinor: Float64Array;
};

/** Stands for "no order yet" in a column of days. */
export const noDay = -2_147_483_648;

export const emptySummary = (customers: number): OrderSummary => ({
  orders: new Uint32Array(customers),
  firstDay: new Int32Array(customers).fill(noDay),
  lastDay: new Int32Array(customers).fill(noDay),
  revenueMinor: new Float64Array(customers),
  orderedMinor: new Float64Array(customers),
});

const plus = (column: Float64Array | Uint32Array, at: number, amount: number) => {
  column[at] = (column[at] as number) + amount;
};

/** Adds orders to a summary, in place: call it once per chunk. */
export const addOrders = (summary: OrderSummary, heads: OrderHeads): void => {
  for (let row = 0; row < heads.customer.length; row += 1) {
    const customer = heads.customer[row] as number;
    const kind = heads.kind[row] as number;
    if (customer < 0 || customer >= summary.orders.length || kind === orderKindCodes.quote)
      continue;
    const total = heads.totalMinor[row] as number;
    // A return takes off, whichever sign its source gave it.
    if (kind === orderKindCodes.return) {
      plus(summary.revenueMinor, customer, -Math.abs(total));
      continue;
    }
    const day = heads.day[row] as number;
    const first = summary.firstDay[customer] as number;
    if (first === noDay || day < first) summary.firstDay[customer] = day;
    if (day > (summary.lastDay[customer] as number)) summary.lastDay[customer] = day;
    plus(summary.orders, customer, 1);
    plus(summary.revenueMinor, customer, total);
    plus(summary.orderedMinor, customer, total);
  }
};
