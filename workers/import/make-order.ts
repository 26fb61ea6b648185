import type { Customer } from '#core/customers/customer.ts';
import type { CustomValue } from '#core/record.ts';
import { computeLineTotal } from '#core/sales/line-total.ts';
import type { Order, OrderLine } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import {
  type BookedCustomer,
  type BookedOrder,
  type BookedProduct,
  lineWidth,
  nameOfProduct,
} from './order-book.ts';

type Given = { readonly id: string; readonly now: number };

const base = ({ id, now }: Given) => ({ id, createdAt: now, updatedAt: now, rev: 0 });

/** A customer first met in an orders file. A walk-in is never scored or segmented. */
export const customerOfOrders = (
  { externalId, name, country }: BookedCustomer,
  given: Given & { readonly ord: number },
): Customer => ({
  ...base(given),
  ord: given.ord,
  ...(externalId === undefined ? { walkIn: true } : { externalId }),
  ...(name === '' ? {} : { name }),
  ...(country === '' ? {} : { address: { country } }),
  kind: 'business',
  lifecycle: 'active',
  phones: [],
  emails: [],
  tags: [],
  doNotContact: false,
  custom: {},
});

/** A product first met in an orders file, at its last price. */
export const productOfOrders = (
  booked: BookedProduct,
  given: Given & { readonly currency: string },
): Product => ({
  ...base(given),
  externalId: booked.sku,
  sku: booked.sku,
  name: nameOfProduct(booked),
  price: booked.lastPrice,
  currency: given.currency,
  custom: {},
});

/** The cells of one line that are no field, by header; an empty cell is left out. */
const customOf = (
  { extras }: BookedOrder,
  line: number,
  headers: readonly string[],
): Record<string, CustomValue> =>
  Object.fromEntries(
    headers
      .map((header, at) => [header, extras[line * headers.length + at] ?? null] as const)
      .filter(([, value]) => value !== null),
  );

type Parts = { readonly productIds: readonly string[]; readonly extraHeaders: readonly string[] };

const linesOf = (booked: BookedOrder, { productIds, extraHeaders }: Parts): OrderLine[] => {
  const { lines, currency } = booked;
  const made: OrderLine[] = [];
  for (let at = 0; at < lines.length; at += lineWidth) {
    const [product = 0, quantity = 0, unitPrice = 0, discount = 0, sourceRow = 0] = lines.slice(
      at,
      at + lineWidth,
    );
    made.push({
      productId: productIds[product] ?? '',
      quantity,
      unitPrice,
      ...(discount === 0 ? {} : { discount }),
      totalMinor: computeLineTotal(quantity, unitPrice, currency, discount),
      sourceRow,
      ...(extraHeaders.length === 0
        ? {}
        : { custom: customOf(booked, at / lineWidth, extraHeaders) }),
    });
  }
  return made;
};

/**
 * Goods coming back: a C before the number, and no line that was sold [I6]. A shop whose own numbers
 * all begin with C sells as any other.
 */
const isReturn = (number: string, lines: readonly OrderLine[]): boolean =>
  /^C\d/iu.test(number) &&
  lines.every(({ quantity, totalMinor }) => quantity < 0 || totalMinor < 0);

/** An order with its lines. The first of a split invoice keeps the number as its external id. */
export const orderOfBook = (
  booked: BookedOrder,
  given: Given & {
    readonly ord: number;
    readonly externalId: string;
    readonly customerId: string;
  },
  parts: Parts,
): Order => {
  const lines = linesOf(booked, parts);
  const [day = '', time] = booked.at.split('T');
  return {
    ...base(given),
    ord: given.ord,
    externalId: given.externalId,
    customerId: given.customerId,
    kind: isReturn(booked.number, lines) ? 'return' : 'order',
    number: booked.number,
    date: day,
    ...(time === undefined ? {} : { at: Date.parse(`${booked.at}Z`) }),
    status: 'done',
    currency: booked.currency,
    totalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    lines,
    custom: { ...booked.head?.custom },
  };
};
