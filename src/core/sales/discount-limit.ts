import type { Order, OrderLine } from './order.ts';

/** A hair of binary rounding is no discount. */
const hair = 1e-9;

/**
 * The share taken off a line in all: by its price below the catalogue's, by its own discount and by the
 * order's. `listPrice`: the catalogue's price in the order's currency, or undefined.
 */
export const takenOff = (
  { unitPrice, discount = 0 }: OrderLine,
  orderDiscount: number,
  listPrice: number | undefined,
): number => {
  const left = (1 - discount) * (1 - orderDiscount);
  if (listPrice === undefined || listPrice <= 0 || unitPrice >= listPrice) return 1 - left;
  return 1 - (unitPrice / listPrice) * left;
};

/**
 * The highest share taken off any line when it is above the limit (0..1), else undefined: then a
 * reason has to be given. Goods coming back give nothing away.
 */
export const discountAbove = (
  order: Order,
  limit: number,
  listPriceOf: (productId: string) => number | undefined,
): number | undefined => {
  if (order.kind === 'return') return undefined;
  const shares = order.lines.map((line) =>
    takenOff(line, order.discount ?? 0, listPriceOf(line.productId)),
  );
  const most = Math.max(0, ...shares);
  return most > limit + hair ? most : undefined;
};
