import type { Customer } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { discountAbove } from '#core/sales/discount-limit.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import { initialSettings, type Settings, settingsId } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { findRecord, findRecords, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { useKept } from '#ui/live/use-kept.ts';
import { useWatch } from '#ui/live/use-watch.ts';

/** More orders of one customer than are looked through for the last one. */
const mostOrders = 500;

/** What the editor knows beside the order itself. */
export type Editing = {
  readonly settings: Settings;
  readonly customer: Customer | undefined;
  readonly productOf: (id: string) => Product | undefined;
  readonly definitions: readonly FieldDefinition[];
  /** The last order of this customer that was sold, to be repeated. */
  readonly lastOrder: Order | undefined;
  /** A draft of this customer begun before and left. */
  readonly unfinished: Order | undefined;
  /** The order a return takes back. */
  readonly sold: Order | undefined;
};

const newest = (orders: readonly Order[]): Order | undefined =>
  orders.reduce<Order | undefined>(
    (latest, order) => (latest === undefined || order.date >= latest.date ? order : latest),
    undefined,
  );

const readAround = async (db: Database, { id, customerId, kind, fromId }: Order) => {
  const [settings, customer, orders, definitions, sold] = await Promise.all([
    findRecord(db, 'settings', settingsId),
    findRecord(db, 'customers', customerId),
    listRecords(db, 'orders', { index: 'customerId', equals: customerId, limit: mostOrders }),
    listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'orders' }),
    kind !== 'return' || fromId === undefined ? undefined : findRecord(db, 'orders', fromId),
  ]);
  const others = orders.filter((order) => order.id !== id && order.deletedAt === undefined);
  return {
    settings: settings ?? initialSettings,
    customer,
    // Columns of an imported file belong to its lines; what a person defined belongs to the order.
    definitions: definitions.filter(({ importId }) => importId === undefined),
    lastOrder: newest(others.filter((order) => order.kind === 'order' && order.status !== 'draft')),
    unfinished: newest(others.filter((order) => order.status === 'draft' && order.kind === kind)),
    sold,
  };
};

/** Reads what stands around an order; undefined until it is there. */
export const useEditing = (db: Database, order: Order): Editing | undefined => {
  const { customerId, kind, lines } = order;
  const around = useWatch(
    () => watch(() => readAround(db, order)),
    [db, order.id, customerId, kind],
  );
  const ids = lines.map(({ productId }) => productId);
  const products = useKept(
    useWatch(() => watch(() => findRecords(db, 'products', ids)), [db, ids.join()]),
  );
  return around === undefined ? undefined : { ...around, productOf: (id) => products.get(id) };
};

/** The share that needs a reason, if one is given away (0..1). */
export const shareOverLimit = (order: Order, { settings, productOf }: Editing) =>
  discountAbove(order, settings.discountLimit, (id) => {
    const product = productOf(id);
    return (product?.currency ?? order.currency) === order.currency ? product?.price : undefined;
  });

export type OrderFault = 'lines' | 'quantity' | 'reason';

/** What keeps an order from being saved. */
export const orderFaults = (order: Order, editing: Editing): readonly OrderFault[] => {
  const isReasonMissing =
    (order.discountReason ?? '').trim() === '' && shareOverLimit(order, editing) !== undefined;
  return [
    ...(order.lines.length === 0 ? (['lines'] as const) : []),
    ...(order.lines.some(({ quantity }) => quantity === 0) ? (['quantity'] as const) : []),
    ...(isReasonMissing ? (['reason'] as const) : []),
  ];
};
