import { computeLineTotal } from './line-total.ts';
import type { Order, OrderKind, OrderLine } from './order.ts';
import { totalOrder } from './order-totals.ts';
import type { Product } from './product.ts';

/** What of a line a person may change. */
export type LineChange = Partial<Pick<OrderLine, 'quantity' | 'unitPrice' | 'discount' | 'tax'>>;

export type NewOrder = {
  readonly id: string;
  /** ms UTC */
  readonly now: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly customerId: string;
  readonly kind: OrderKind;
  /** ISO 4217 */
  readonly currency: string;
};

/** An order nothing stands in yet. */
export const startOrder = ({ id, now, date, customerId, kind, currency }: NewOrder): Order => ({
  id,
  createdAt: now,
  updatedAt: now,
  rev: 0,
  customerId,
  kind,
  number: '',
  date,
  status: 'draft',
  currency,
  totalMinor: 0,
  lines: [],
  custom: {},
});

/** The order with every sum made anew from its lines. */
export const withTotals = (order: Order): Order => {
  const lines = order.lines.map((line) => ({
    ...line,
    totalMinor: computeLineTotal(line.quantity, line.unitPrice, order.currency, line.discount ?? 0),
  }));
  return { ...order, lines, totalMinor: totalOrder({ ...order, lines }).netMinor };
};

const withLines = (order: Order, lines: readonly OrderLine[]): Order =>
  withTotals({ ...order, lines: [...lines] });

/** Goods that come back are counted below zero. */
const signOf = (kind: OrderKind): 1 | -1 => (kind === 'return' ? -1 : 1);

/** What one tap adds: a whole pack. */
export const packOf = ({ packSize }: Pick<Product, 'packSize'>): number =>
  packSize !== undefined && packSize > 0 ? packSize : 1;

/** The price of a product in a currency; a price in another one says nothing here. */
const priceIn = (product: Product | undefined, currency: string): number | undefined =>
  product?.price !== undefined && (product.currency ?? currency) === currency
    ? product.price
    : undefined;

/** One pack more of a product; its first pack makes a line. `taxRate`: 0..1. */
export const addProduct = (order: Order, product: Product, taxRate: number): Order => {
  const pack = packOf(product) * signOf(order.kind);
  const at = order.lines.findIndex(({ productId }) => productId === product.id);
  if (at >= 0)
    return changeLine(order, at, { quantity: (order.lines[at] as OrderLine).quantity + pack });
  const line: OrderLine = {
    productId: product.id,
    quantity: pack,
    unitPrice: priceIn(product, order.currency) ?? 0,
    ...(taxRate === 0 ? {} : { tax: taxRate }),
    totalMinor: 0,
  };
  return withLines(order, [...order.lines, line]);
};

export const changeLine = (order: Order, at: number, change: LineChange): Order =>
  withLines(
    order,
    order.lines.map((line, place) => (place === at ? { ...line, ...change } : line)),
  );

export const removeLine = (order: Order, at: number): Order =>
  withLines(
    order,
    order.lines.filter((_, place) => place !== at),
  );

/** A share of 0 is no discount. */
export const discountOrder = (order: Order, share: number): Order => {
  const { discount: _, ...rest } = order;
  return withTotals(share === 0 ? rest : { ...rest, discount: share });
};

/** Cells of an import belong to the line they came from, not to a new one. */
const freshLine = ({ sourceRow: _, custom: __, ...line }: OrderLine): OrderLine => line;

/** The same goods once more, at today's prices where the catalogue knows them. */
export const repeatOrder = (
  before: Order,
  start: NewOrder,
  products: ReadonlyMap<string, Product>,
): Order => {
  const lines = before.lines
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({
      ...freshLine(line),
      unitPrice: priceIn(products.get(line.productId), before.currency) ?? line.unitPrice,
    }));
  const order = { ...startOrder({ ...start, currency: before.currency }), lines };
  return discountOrder(order, before.discount ?? 0);
};

/** An accepted quote as the order it becomes; nothing of its prices changes. */
export const orderFromQuote = (quote: Order, start: NewOrder): Order => {
  const { note, discountReason } = quote;
  const order = {
    ...startOrder({ ...start, currency: quote.currency }),
    lines: quote.lines.map(freshLine),
    fromId: quote.id,
    custom: quote.custom,
    ...(note === undefined ? {} : { note }),
    ...(discountReason === undefined ? {} : { discountReason }),
  };
  return discountOrder(order, quote.discount ?? 0);
};

/**
 * Goods of an order coming back: all of them, each counted below zero as an imported return is
 * (rule I6 of the import), so that every sum takes it off.
 */
export const returnOrder = (sold: Order, start: NewOrder): Order => {
  const lines = sold.lines
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({ ...freshLine(line), quantity: -line.quantity }));
  const order = {
    ...startOrder({ ...start, kind: 'return', currency: sold.currency }),
    lines,
    fromId: sold.id,
  };
  return discountOrder(order, sold.discount ?? 0);
};

/** The same lines as another kind: what is sold is counted above zero, what comes back below it. */
export const changeKind = (order: Order, kind: OrderKind): Order => {
  const turn = signOf(kind) * signOf(order.kind);
  const lines = order.lines.map((line) => ({ ...line, quantity: line.quantity * turn || 0 }));
  return withLines({ ...order, kind }, lines);
};
