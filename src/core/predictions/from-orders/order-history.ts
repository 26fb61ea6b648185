import { type OrderHeads, orderKindCodes } from '#core/customers/summarise-orders.ts';

/** Orders and returns in any order, with what their lines say where lines were read. */
export type OrderEvents = OrderHeads & {
  /** Taken off by discounts, in minor units. */
  readonly discountMinor?: Float64Array;
  /** The products of each order, as numbers. */
  readonly products?: readonly (readonly number[])[];
};

/** Orders and returns of each customer by day: those of customer c are `start[c]` to `start[c + 1]`. */
export type OrderHistory = OrderEvents & { readonly start: Uint32Array };

type Place = { readonly part: OrderEvents; readonly row: number };

const customerAt = ({ part, row }: Place): number => part.customer[row] ?? -1;
const dayAt = ({ part, row }: Place): number => part.day[row] ?? 0;

const placesOf = (parts: readonly OrderEvents[], customers: number): Place[] => {
  const places: Place[] = [];
  for (const part of parts)
    part.customer.forEach((customer, row) => {
      const isEvent = part.kind[row] !== orderKindCodes.quote;
      if (customer >= 0 && customer < customers && isEvent) places.push({ part, row });
    });
  return places;
};

const startsOf = (customer: Int32Array, customers: number): Uint32Array => {
  const start = new Uint32Array(customers + 1);
  for (const one of customer) start[one + 1] = (start[one + 1] ?? 0) + 1;
  for (let at = 0; at < customers; at += 1) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  return start;
};

/** Puts orders into place by customer and day. Quotes and orders of nobody known are left out. */
export const arrangeOrders = (parts: readonly OrderEvents[], customers: number): OrderHistory => {
  const places = placesOf(parts, customers);
  places.sort((a, b) => customerAt(a) - customerAt(b) || dayAt(a) - dayAt(b));
  const customer = Int32Array.from(places, customerAt);
  const hasLines = parts.length > 0 && parts.every(({ products }) => products !== undefined);
  return {
    start: startsOf(customer, customers),
    customer,
    day: Int32Array.from(places, dayAt),
    kind: Uint8Array.from(places, ({ part, row }) => part.kind[row] ?? 0),
    totalMinor: Float64Array.from(places, ({ part, row }) => part.totalMinor[row] ?? 0),
    ...(hasLines && {
      discountMinor: Float64Array.from(places, ({ part, row }) => part.discountMinor?.[row] ?? 0),
      products: places.map(({ part, row }) => part.products?.[row] ?? []),
    }),
  };
};

/** The first place of a customer at or after a day: everything before it lies before that day. */
export const placeOfDay = (
  { start, day }: { readonly start: Uint32Array; readonly day: Int32Array },
  customer: number,
  asOf: number,
): number => {
  let low = start[customer] ?? 0;
  let high = start[customer + 1] ?? low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((day[middle] ?? 0) < asOf) low = middle + 1;
    else high = middle;
  }
  return low;
};
