import type { Activity } from '#core/customers/activity.ts';
import type { Consent } from '#core/customers/consent.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { Deal } from '#core/sales/deal.ts';
import type { Order } from '#core/sales/order.ts';
import { initialSettings, type Settings, settingsId } from '#core/settings.ts';
import type { Database, SealedRow } from './database.ts';
import { keepOpened } from './keep-opened.ts';
import { countOrdersOf, listNewestRows, listRowsOf } from './list-by-customer.ts';
import { type Watched, watchOpened } from './watch.ts';

/** What the page of a customer begins with. Nothing of it is in the trash, but perhaps the customer. */
export type CustomerPage = {
  readonly customer: Customer;
  /** The newest first, at most `newestActivities`. */
  readonly activities: readonly Activity[];
  /** The newest first, at most `newestOrders`, of `orderCount`. */
  readonly orders: readonly Order[];
  readonly orderCount: number;
  readonly contacts: readonly Contact[];
  readonly openTasks: readonly Task[];
  readonly doneTasks: readonly Task[];
  readonly deals: readonly Deal[];
  readonly consents: readonly Consent[];
  /** Whether there are any, those in the trash too. They are large, and read by their card. */
  readonly hasAttachments: boolean;
  readonly settings: Settings;
};

const newestActivities = 10;
const newestOrders = 60;

/** Records of a kind of which a customer has a handful. */
const mostOwned = 60;

const tables = [
  'customers',
  'activities',
  'orders',
  'contacts',
  'tasks',
  'deals',
  'consents',
  'attachments',
  'settings',
] as const;

/** All of it in one transaction, a request for each kind: what is on the page is of one moment. */
const readRows = (db: Database, id: string) =>
  db.dexie.transaction('r', tables, async () => {
    const [
      customer,
      activities,
      orders,
      orderCount,
      contacts,
      tasks,
      deals,
      consents,
      attachments,
      settings,
    ] = await Promise.all([
      db.dexie.customers.get(id),
      listNewestRows(db, 'activities', id, { limit: newestActivities }),
      listNewestRows(db, 'orders', id, { limit: newestOrders }),
      countOrdersOf(db, id),
      listRowsOf(db, 'contacts', id),
      listRowsOf(db, 'tasks', id),
      listRowsOf(db, 'deals', id),
      listRowsOf(db, 'consents', id),
      db.dexie.attachments.where('customerId').equals(id).limit(1).primaryKeys(),
      db.dexie.settings.get(settingsId),
    ]);
    return {
      customer,
      activities,
      orders,
      orderCount,
      contacts,
      tasks,
      deals,
      consents,
      hasAttachments: attachments.length > 0,
      settings,
    };
  });

const inState = (rows: readonly SealedRow[], state: Task['status']) =>
  rows.filter((row) => (row as { readonly status?: string }).status === state).slice(0, mostOwned);

/**
 * All the page of a customer begins with, now and after every change; null when there is no such
 * customer. A record that did not change is the same object as before, and so is a list of such.
 */
export const watchCustomerPage = (db: Database, id: string): Watched<CustomerPage | null> => {
  const { open, openList, settle } = keepOpened(db.keys);
  return watchOpened(
    () => readRows(db, id),
    async (rows) => {
      if (rows.customer === undefined) return null;
      const { tasks } = rows;
      const [customer, activities, orders, contacts, openTasks, doneTasks, deals, consents, saved] =
        await Promise.all([
          open('customers', rows.customer),
          openList('activities', 'newest', rows.activities),
          openList('orders', 'newest', rows.orders),
          openList('contacts', 'own', rows.contacts.slice(0, mostOwned)),
          openList('tasks', 'open', inState(tasks, 'open')),
          openList('tasks', 'done', inState(tasks, 'done')),
          openList('deals', 'own', rows.deals.slice(0, mostOwned)),
          openList('consents', 'own', rows.consents.slice(0, mostOwned)),
          rows.settings === undefined ? undefined : open('settings', rows.settings),
        ]);
      settle();
      const { orderCount, hasAttachments } = rows;
      const settings = { ...initialSettings, ...saved };
      return {
        customer,
        activities,
        orders,
        orderCount,
        contacts,
        openTasks,
        doneTasks,
        deals,
        consents,
        hasAttachments,
        settings,
      };
    },
  );
};
