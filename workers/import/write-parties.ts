import type { ImportContract } from '#contracts/import.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import { findByExternalIds } from '#db/sealed-table.ts';
import type { ImportWriter } from './import-writer.ts';
import { customerOfOrders, productOfOrders } from './make-order.ts';
import type { OrderBook } from './order-book.ts';

/** Records per batch: a whole chunk of places. */
export const batchRows = 1000;

type Way = {
  readonly db: Database;
  readonly input: ImportContract['run']['input'];
  readonly writer: ImportWriter;
};

/** The id of each customer or product of the book, and how many of them were made. */
export type Party = { readonly ids: readonly string[]; readonly made: number };

/** Ids for the customers of the book; those known by external id are used again. */
export const writeCustomers = async (
  { db, input, writer }: Way,
  book: OrderBook,
  needed: ReadonlySet<number>,
): Promise<Result<Party>> => {
  const asked = book.customers.map(({ externalId }) => externalId);
  const known = await findByExternalIds(
    db,
    'customers',
    asked.filter((id) => id !== undefined),
  );
  const ids = asked.map(
    (externalId, at) => known.get(externalId ?? '')?.id ?? `${input.importId}-c${at.toString(36)}`,
  );
  const fresh = book.customers
    .map((customer, at) => ({ customer, id: ids[at] ?? '' }))
    .filter(({ customer }, at) => needed.has(at) && !known.has(customer.externalId ?? ''));
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

/** Ids for the products of the book; those known by their code are used again. */
export const writeProducts = async (
  { db, input, writer }: Way,
  book: OrderBook,
  needed: ReadonlySet<number>,
): Promise<Result<Party>> => {
  const { importId, now, currency } = input;
  const known = await findByExternalIds(
    db,
    'products',
    book.products.map(({ sku }) => sku),
  );
  const ids = book.products.map(
    ({ sku }, at) => known.get(sku)?.id ?? `${importId}-p${at.toString(36)}`,
  );
  const fresh = book.products.flatMap((product, at) =>
    known.has(product.sku) || !needed.has(at)
      ? []
      : [productOfOrders(product, { id: ids[at] ?? '', now, currency })],
  );
  for (let at = 0; at < fresh.length; at += batchRows) {
    const written = await writer.write({ products: fresh.slice(at, at + batchRows) });
    if (!written.ok) return written;
  }
  return accept({ ids, made: fresh.length });
};
