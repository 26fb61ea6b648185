import type { Activity } from '#core/customers/activity.ts';
import type { Consent } from '#core/customers/consent.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { Deal } from '#core/sales/deal.ts';
import type { Order } from '#core/sales/order.ts';
import type { Target } from '#core/sales/target.ts';
import type { BatchRecords } from '#db/bulk-write.ts';
import { chunkRows } from '#db/columns.ts';
import { months } from './behaviour.ts';
import type { Demo } from './generate.ts';
import type { UsualMonth } from './make-targets.ts';

/** Customers, their orders and what was done with them, not yet given places and written. */
type Made = {
  readonly customers: Customer[];
  readonly orders: Order[];
  readonly activities: Activity[];
  /** Tables without places: written as they come. */
  readonly contacts: Contact[];
  readonly tasks: Task[];
  readonly deals: Deal[];
  readonly consents: Consent[];
};

const makeCustomers = (demo: Demo, from: number, to: number): Made => {
  const made: Made = {
    customers: [],
    orders: [],
    activities: [],
    contacts: [],
    tasks: [],
    deals: [],
    consents: [],
  };
  for (let index = from; index < to; index += 1) {
    const one = demo.customerAt(index);
    const dealings = demo.dealingsOf(index, one);
    made.customers.push(one.customer);
    made.orders.push(...one.orders);
    made.activities.push(...dealings.activities);
    made.contacts.push(...dealings.contacts);
    made.tasks.push(...dealings.tasks);
    made.deals.push(...dealings.deals);
    made.consents.push(...dealings.consents);
  }
  return made;
};

/** What one transaction writes. `fraction`: how much of the demo is made by then. */
export type Parcel = { readonly records: BatchRecords; readonly fraction: number };

/** Customers of the first parcel: more than a screen shows, made and sealed in a blink. */
export const firstCustomers = 100;

/** Orders or activities in one transaction: whole chunks, few enough that sealing and writing overlap. */
const rowsPerParcel = 3 * chunkRows;

const parcelsOfRows = <T extends Order | Activity>(
  table: 'orders' | 'activities',
  rows: readonly T[],
  fraction: number,
): Parcel[] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerParcel) }, (_, at) => ({
    fraction,
    records: { [table]: rows.slice(at * rowsPerParcel, (at + 1) * rowsPerParcel) },
  }));

/** What of these rows can be written now in whole chunks, and what has to wait; at the end, nothing. */
const splitChunks = <T>(
  rows: readonly T[],
  isEnd: boolean,
): readonly [readonly T[], readonly T[]] => {
  const whole = isEnd ? rows.length : rows.length - (rows.length % chunkRows);
  return [rows.slice(0, whole), rows.slice(whole)];
};

/** What a usual month brought, for the targets. */
const usualMonthOf = (sums: { readonly revenueMinor: number; readonly visits: number }) => ({
  revenueMinor: sums.revenueMinor / months,
  visits: sums.visits / months,
});

type Sums = { revenueMinor: number; visits: number };

const addTo = (sums: Sums, { orders, activities }: Made) => {
  for (const { totalMinor } of orders) sums.revenueMinor += totalMinor;
  for (const { type } of activities) sums.visits += type === 'visit' ? 1 : 0;
};

/**
 * The demo in parcels, made as they are asked for: products, fields and the first customers with all
 * that belongs to them; then a thousand customers at a time, each thousand followed by its orders and
 * by what was done with it, in whole chunks; a rest waits for the next thousand. The targets come
 * last: they are set by what was sold.
 */
export function* parcelsOf(
  demo: Demo,
  customers: number,
  targetsFor: (usual: UsualMonth) => readonly Target[],
): Generator<Parcel> {
  const { products, fieldDefinitions } = demo;
  const waiting = { orders: [] as readonly Order[], activities: [] as readonly Activity[] };
  const sums: Sums = { revenueMinor: 0, visits: 0 };
  const first = Math.min(customers, firstCustomers);
  const made = makeCustomers(demo, 0, first);
  addTo(sums, made);
  yield { records: { products, fieldDefinitions, ...made }, fraction: first / customers };
  for (let from = first; from < customers; from += chunkRows) {
    const to = Math.min(customers, from + chunkRows);
    const { customers: next, orders, activities, ...others } = makeCustomers(demo, from, to);
    addTo(sums, { customers: next, orders, activities, ...others });
    yield { records: { customers: next }, fraction: from / customers };
    const isEnd = to === customers;
    const [ordered, laterOrders] = splitChunks([...waiting.orders, ...orders], isEnd);
    yield* parcelsOfRows('orders', ordered, to / customers);
    yield { records: others, fraction: to / customers };
    const [done, laterDone] = splitChunks([...waiting.activities, ...activities], isEnd);
    yield* parcelsOfRows('activities', done, to / customers);
    waiting.orders = laterOrders;
    waiting.activities = laterDone;
  }
  yield { records: { targets: targetsFor(usualMonthOf(sums)) }, fraction: 1 };
}
