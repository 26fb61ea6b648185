import { type ActivityOutcome, activityOutcomes } from '#core/customers/activity.ts';
import { orderHeadsOf } from '#core/customers/order-heads.ts';
import { dayOfInstant } from '#core/day-number.ts';
import {
  type ActivityHistory,
  arrangeActivities,
} from '#core/predictions/from-orders/activity-history.ts';
import {
  arrangeOrders,
  type OrderEvents,
  type OrderHistory,
} from '#core/predictions/from-orders/order-history.ts';
import type { CustomValue } from '#core/record.ts';
import { type ColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { placesOf } from '#workers/learn/read-table.ts';

/** All orders and activities by the places of their customers. */
export type Histories = {
  /** One more than the highest place. */
  readonly end: number;
  /** Places of the customers that are learned from and scored. */
  readonly customers: Uint32Array;
  readonly orders: OrderHistory;
  /** Absent where nobody wrote any down. */
  readonly activities?: ActivityHistory;
};

const outcomeAt = (told: CustomValue | undefined): number => {
  const at = activityOutcomes.indexOf(told as ActivityOutcome);
  return at < 0 ? activityOutcomes.indexOf('none') : at;
};

/** The place of a customer, −1 for nobody known. */
export type CustomerOf = (id: string) => number;

const readActivities = async (
  db: Database,
  customerOf: CustomerOf,
  end: number,
): Promise<ActivityHistory | undefined> => {
  const customer: number[] = [];
  const day: number[] = [];
  const outcome: number[] = [];
  for (const { ids, columns } of await readColumns(db, 'activities.head'))
    ids.forEach((id, row) => {
      if (id === null) return;
      customer.push(customerOf(String(columns.customerId?.[row] ?? '')));
      day.push(dayOfInstant(Number(columns.startAt?.[row] ?? 0)));
      outcome.push(outcomeAt(columns.outcome?.[row]));
    });
  if (customer.length === 0) return undefined;
  const events = {
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    outcome: Uint8Array.from(outcome),
  };
  return arrangeActivities(events, end);
};

const findPlaces = (directory: readonly ColumnChunk[]): CustomerOf => {
  const placeOf = new Map<string, number>();
  for (const { first, ids } of directory)
    ids.forEach((id, row) => {
      if (id !== null) placeOf.set(id, first + row);
    });
  return (id) => placeOf.get(id) ?? -1;
};

const readHeads = async (db: Database, customerOf: CustomerOf): Promise<readonly OrderEvents[]> =>
  (await readColumns(db, 'orders.head')).map((chunk) => orderHeadsOf(chunk, customerOf));

/**
 * Opens the heads of all orders and activities; drafts, cancelled ones and the trash are left out.
 * `readOrders` may read more of the orders than their heads.
 */
export const readHistories = async (db: Database, readOrders = readHeads): Promise<Histories> => {
  const directory = await readColumns(db, 'customers.directory');
  const end = directory.reduce((most, { first, ids }) => Math.max(most, first + ids.length), 0);
  const customerOf = findPlaces(directory);
  const orders = arrangeOrders(await readOrders(db, customerOf), end);
  const activities = await readActivities(db, customerOf, end);
  return { end, customers: placesOf(directory), orders, ...(activities && { activities }) };
};
