import type { Activity } from '#core/customers/activity.ts';
import type { Consent } from '#core/customers/consent.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { Deal } from '#core/sales/deal.ts';
import type { Order } from '#core/sales/order.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { makeActivities } from './make-activities.ts';
import { makeConsents } from './make-consents.ts';
import { makeContacts } from './make-contacts.ts';
import { makeDeals } from './make-deals.ts';
import type { Shop } from './make-orders.ts';
import { makeTasks } from './make-tasks.ts';

/** What is known of and done with a customer, beside the orders. */
export type Dealings = {
  readonly contacts: readonly Contact[];
  readonly activities: readonly Activity[];
  readonly tasks: readonly Task[];
  readonly deals: readonly Deal[];
  readonly consents: readonly Consent[];
};

/**
 * The dealings with a customer. Each kind draws from a stream of its own, so that a change to one
 * moves neither the others nor the frozen customers and orders. They follow class and orders alone,
 * never the hidden pattern: they tell nothing the orders do not.
 */
export const makeDealings = (
  shop: Shop,
  made: { readonly customer: Customer; readonly orders: readonly Order[] },
  { seed, today }: { readonly seed: number; readonly today: number },
): Dealings => {
  const stream = (kind: number) => seededRandom(mixSeed(seed, kind));
  const { customer, orders } = made;
  return {
    contacts: makeContacts(stream(1), customer),
    activities: makeActivities(stream(2), customer, orders, today),
    tasks: makeTasks(stream(3), customer, today),
    deals: makeDeals(stream(4), shop, made, today),
    consents: makeConsents(customer),
  };
};
