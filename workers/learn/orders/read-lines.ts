import { orderHeadsOf } from '#core/customers/order-heads.ts';
import type { OrderEvents } from '#core/predictions/from-orders/order-history.ts';
import type { OrderTarget } from '#core/predictions/from-orders/order-target.ts';
import type { Order } from '#core/sales/order.ts';
import { chunkRows, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findRecords, listRecords } from '#db/sealed-table.ts';
import type { CustomerOf } from '#workers/learn/repurchase/read-history.ts';
import type { Turns } from '#workers/learn/take-turns.ts';

/** The products a question is about, and what they are called together. */
export const findMeant = async (
  db: Database,
  target: OrderTarget,
): Promise<{ readonly ids: ReadonlySet<string>; readonly name: string } | undefined> => {
  if (target.kind === 'lost') return undefined;
  const { productId, category } = target;
  if (productId !== undefined) {
    const [product] = await findRecords(db, 'products', [productId]);
    return product && { ids: new Set([productId]), name: product.name };
  }
  if (category === undefined) return undefined;
  const products = await listRecords(db, 'products');
  const ids = new Set(products.flatMap((one) => (one.category === category ? one.id : [])));
  return ids.size === 0 ? undefined : { ids, name: category };
};

/** Number of the products that are meant; all others are one more. */
const meant = 0;
const other = 1;
export const isMeant = (product: number): boolean => product === meant;

const productsOf = ({ lines }: Order, ids: ReadonlySet<string>): readonly number[] => {
  const found = new Set(lines.map(({ productId }) => (ids.has(productId) ? meant : other)));
  return [...found];
};

/**
 * Heads of orders with what their lines hold of the products meant: every order is opened once, a
 * thousand at a time. Stops early when cancelled.
 */
export const readLines = async (
  db: Database,
  customerOf: CustomerOf,
  ids: ReadonlySet<string>,
  turns: Turns,
): Promise<readonly OrderEvents[]> => {
  const parts: OrderEvents[] = [];
  for (const chunk of await readColumns(db, 'orders.head')) {
    const orders = await listRecords(db, 'orders', {
      index: 'ord',
      between: [chunk.first, chunk.first + chunkRows - 1],
    });
    if (await turns.take()) return parts;
    const linesOf = new Map(orders.map((order) => [order.id, productsOf(order, ids)]));
    const heads = orderHeadsOf(chunk, customerOf);
    const products = heads.row.map((row) => linesOf.get(chunk.ids[row] ?? '') ?? []);
    parts.push({ ...heads, products });
  }
  return parts;
};
