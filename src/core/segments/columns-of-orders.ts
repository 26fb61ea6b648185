import { buyingColumns, computeBuying } from '#core/customers/buying.ts';
import { computeRfm, rfmColumns } from '#core/customers/rfm.ts';
import type { OrderHeads, OrderSummary } from '#core/customers/summarise-orders.ts';
import type { RawColumn } from './scale-columns.ts';
import type { SegmentSource } from './segment-run.ts';

/** Orders by customer place: summed up, and their heads chunk by chunk. */
export type OrderBook = {
  readonly summary: OrderSummary;
  readonly heads: readonly OrderHeads[];
};

/**
 * What segments by orders are found by, of the customers at these places, in the order a run keeps its
 * columns. For `buying` each must have ordered.
 */
export const columnsOfOrders = (
  source: Exclude<SegmentSource, 'columns'>,
  { summary, heads }: OrderBook,
  customers: ArrayLike<number>,
): readonly RawColumn[] => {
  if (source === 'rfm') {
    const rfm = computeRfm(summary, customers);
    return rfmColumns.map((name) => ({ name, log: true, values: rfm[name] }));
  }
  const buying = computeBuying(summary, heads, customers);
  return buyingColumns.map(({ name, log }) => ({ name, log, values: buying[name] }));
};
