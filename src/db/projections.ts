import type { Activity } from '#core/customers/activity.ts';
import type { Customer } from '#core/customers/customer.ts';
import { dayNumber } from '#core/day-number.ts';
import type { CustomValue } from '#core/record.ts';
import type { Order } from '#core/sales/order.ts';
import type { AnyRecord, RecordTable } from './record-tables.ts';

/** The values a record puts into one set of columns. Derived, rebuildable, never the truth. */
export type Projection = {
  readonly set: string;
  readonly ord: number;
  /** null: the record is in the trash and is not listed. */
  readonly id: string | null;
  readonly values: Readonly<Record<string, CustomValue>>;
};

/** Only what there is: a column nobody has a value in takes no room. */
const present = (values: Readonly<Record<string, CustomValue | undefined>>) =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, CustomValue] => entry[1] !== undefined && entry[1] !== '',
    ),
  );

const projectCustomer = (customer: Customer, ord: number): Projection[] => {
  const id = customer.deletedAt === undefined ? customer.id : null;
  const { address, position } = customer;
  const directory = present({
    name: customer.name,
    altName: customer.altName,
    street: address?.street,
    city: address?.city,
    region: address?.region,
    postcode: address?.postcode,
    country: address?.country,
    industry: customer.industry,
    lifecycle: customer.lifecycle,
    class: customer.class,
    kind: customer.kind,
    tags: customer.tags.join('\n'),
    phone: customer.phones.join('\n'),
    email: customer.emails.join('\n'),
    profiling: customer.profiling,
    walkIn: customer.walkIn,
    parentId: customer.parentId,
    doNotContact: customer.doNotContact || undefined,
    sourceRow: customer.sourceRow,
    latitude: position?.latitude,
    longitude: position?.longitude,
    ownIntervalDays: customer.visitIntervalDays,
    createdAt: customer.createdAt,
  });
  return [
    { set: 'customers.directory', ord, id, values: directory },
    { set: 'customers.fields', ord, id, values: customer.custom },
  ];
};

const projectOrder = (order: Order, ord: number): Projection[] => [
  {
    set: 'orders.head',
    ord,
    id: order.deletedAt === undefined ? order.id : null,
    values: {
      customerId: order.customerId,
      day: dayNumber(order.date),
      kind: order.kind,
      totalMinor: order.totalMinor,
      status: order.status,
    },
  },
];

const projectActivity = (activity: Activity, ord: number): Projection[] => [
  {
    set: 'activities.head',
    ord,
    id: activity.deletedAt === undefined ? activity.id : null,
    values: {
      customerId: activity.customerId,
      startAt: activity.startAt,
      type: activity.type,
      outcome: activity.outcome,
    },
  },
];

/** Tables whose records have a place in columns. */
export const projectedTables = ['customers', 'orders', 'activities'] as const;
export type ProjectedTable = (typeof projectedTables)[number];

export const isProjected = (table: RecordTable): table is ProjectedTable =>
  (projectedTables as readonly string[]).includes(table);

/** What a record shows in every set it belongs to. A record without a place shows nothing. */
export const projectRecord = (table: RecordTable, record: AnyRecord): Projection[] => {
  if (table === 'customers') {
    const customer = record as Customer;
    return customer.ord === undefined ? [] : projectCustomer(customer, customer.ord);
  }
  if (table === 'orders') {
    const order = record as Order;
    return order.ord === undefined ? [] : projectOrder(order, order.ord);
  }
  if (table === 'activities') {
    const activity = record as Activity;
    return activity.ord === undefined ? [] : projectActivity(activity, activity.ord);
  }
  return [];
};
