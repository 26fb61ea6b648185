import type { Customer } from '#core/customers/customer.ts';
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

const linesOf = ({ lines, currency }: BookedOrder, productIds: readonly string[]): OrderLine[] => {
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
    });
  }
  return made;
};

/** Invoice numbers that mark goods coming back: a C in front [I6]. */
const isReturn = (number: string): boolean => /^C\d/iu.test(number);

/** An order with its lines. The first of a split invoice keeps the number as its external id. */
export const orderOfBook = (
  booked: BookedOrder,
  given: Given & {
    readonly ord: number;
    readonly externalId: string;
    readonly customerId: string;
    readonly productIds: readonly string[];
  },
): Order => {
  const lines = linesOf(booked, given.productIds);
  const [day = '', time] = booked.at.split('T');
  return {
    ...base(given),
    ord: given.ord,
    externalId: given.externalId,
    customerId: given.customerId,
    kind: isReturn(booked.number) ? 'return' : 'order',
    number: booked.number,
    date: day,
    ...(time === undefined ? {} : { at: Date.parse(`${booked.at}Z`) }),
    status: 'done',
    currency: booked.currency,
    totalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    lines,
    custom: {},
  };
};
