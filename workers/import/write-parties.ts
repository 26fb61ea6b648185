import { accept, type Result } from '#core/result.ts';
import { reserveOrds } from '#db/places.ts';
import type { ImportWay } from './import-way.ts';
import { addToBook, askKeys, findLink, loadNames } from './link-book.ts';
import { customerOfOrders, productOfOrders } from './make-order.ts';
import type { OrderBook } from './order-book.ts';

/** Records per batch: a whole chunk of places. */
export const batchRows = 1000;

/** The id of each customer or product of the book, and how many of them were made. */
export type Party = { readonly ids: readonly string[]; readonly made: number };

/**
 * Ids for the customers of the book. One known by its key, by its name, or by a near-equal name
 * where that is wanted, is used again.
 */
export const writeCustomers = async (
  way: ImportWay,
  book: OrderBook,
  needed: ReadonlySet<number>,
): Promise<Result<Party>> => {
  const { db, input, writer } = way;
  await loadNames(db, way.book, 'customers');
  const keys = book.customers.flatMap(({ externalId }) => externalId ?? []);
  await askKeys(db, way.book, 'customers', keys);
  const { byKey } = way.book.tables.customers;
  const known = book.customers.map(({ externalId, name }) => {
    if (externalId === undefined) return undefined;
    // A key that stands nowhere makes a customer: nothing is left without one.
    return (
      byKey.get(externalId) ?? (name === '' ? undefined : findLink(way.book, 'customers', name)?.id)
    );
  });
  const ids = known.map((id, at) => id ?? `${input.importId}-C${at.toString(36)}`);
  const fresh = book.customers
    .map((customer, at) => ({ customer, id: ids[at] ?? '', at }))
    .filter(({ at }) => needed.has(at) && known[at] === undefined);
  for (const { customer, id } of fresh) addToBook(way.book, 'customers', { id, ...customer });
  if (way.isDry) return accept({ ids, made: fresh.length });
  const first = await reserveOrds(db, 'customers', fresh.length);
  for (let at = 0; at < fresh.length; at += batchRows) {
    const customers = fresh
      .slice(at, at + batchRows)
      .map(({ customer, id }, n) =>
        customerOfOrders(customer, { id, now: input.now, ord: first + at + n }),
      );
    const written = await writer.write({ customers });
    if (!written.ok) return written;
  }
  return accept({ ids, made: fresh.length });
};

/** Ids for the products of the book; those known by their code or name are used again. */
export const writeProducts = async (
  way: ImportWay,
  book: OrderBook,
  needed: ReadonlySet<number>,
): Promise<Result<Party>> => {
  const { db, input, writer } = way;
  const { importId, now, currency } = input;
  await loadNames(db, way.book, 'products');
  const skus = book.products.map(({ sku }) => sku);
  await askKeys(db, way.book, 'products', skus);
  const { byKey, byName } = way.book.tables.products;
  const known = skus.map((sku) => byKey.get(sku) ?? byName.get(sku));
  const ids = known.map((id, at) => id ?? `${importId}-P${at.toString(36)}`);
  const fresh = book.products.flatMap((product, at) =>
    known[at] !== undefined || !needed.has(at)
      ? []
      : [productOfOrders(product, { id: ids[at] ?? '', now, currency })],
  );
  for (const product of fresh) addToBook(way.book, 'products', product);
  for (let at = 0; at < fresh.length; at += batchRows) {
    const written = await writer.write({ products: fresh.slice(at, at + batchRows) });
    if (!written.ok) return written;
  }
  return accept({ ids, made: fresh.length });
};
