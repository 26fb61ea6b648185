import type { OrderQuery, ProductQuery } from '#contracts/sales.ts';
import {
  type CatalogueEntry,
  countCategories,
  findProducts,
  openCatalogue,
} from '#core/sales/find-products.ts';
import { listOrders, type OrderChunk, orderChunkOf } from '#core/sales/order-list.ts';
import type { Product } from '#core/sales/product.ts';
import { type ChangeLabel, listChanges } from '#db/change-log.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { listChunkPlaces } from '#db/list-chunk-places.ts';
import { readMeta } from '#db/meta.ts';
import { listRecords } from '#db/sealed-table.ts';

/** What the sales worker holds of one database. */
export type SalesDesk = {
  readonly db: Database;
  products: readonly Product[];
  readonly catalogues: Map<ProductQuery['language'], readonly CatalogueEntry[]>;
  readonly chunks: Map<number, OrderChunk>;
  readonly lists: Map<string, readonly string[]>;
  /** Sequences the two are up to; −1 before the first reading. */
  productsSeq: number;
  ordersSeq: number;
};

export const openDesk = (db: Database): SalesDesk => ({
  db,
  products: [],
  catalogues: new Map(),
  chunks: new Map(),
  lists: new Map(),
  productsSeq: -1,
  ordersSeq: -1,
});

/** What is done all day and never touches a product. */
const apart: ReadonlySet<ChangeLabel> = new Set([
  'order-saved',
  'order-deleted',
  'customer-saved',
  'activity-saved',
  'task-saved',
  'task-done',
  'deal-saved',
  'deal-moved',
  'conversation',
]);

/** Changes looked through before all is simply read again. */
const mostChanges = 200;

const mayHaveChanged = async ({ db, productsSeq }: SalesDesk, seq: number): Promise<boolean> => {
  if (seq - productsSeq > mostChanges) return true;
  const changes = await listChanges(db, mostChanges);
  return changes.some((change) => change.seq > productsSeq && !apart.has(change.label));
};

/** Opens every product, if one may have changed since the last time. Calls must not overlap. */
export const refreshProducts = async (desk: SalesDesk): Promise<void> => {
  const { seq } = await readMeta(desk.db);
  if (seq !== desk.productsSeq && (desk.productsSeq < 0 || (await mayHaveChanged(desk, seq)))) {
    desk.products = await listRecords(desk.db, 'products');
    desk.catalogues.clear();
  }
  desk.productsSeq = seq;
};

const collators = { en: new Intl.Collator('en'), zh: new Intl.Collator('zh-CN') } as const;

/** Ids of the products a search finds, and what there is to choose from. Call refreshProducts before. */
export const answerProducts = (desk: SalesDesk, { search, category, language }: ProductQuery) => {
  let catalogue = desk.catalogues.get(language);
  if (catalogue === undefined) {
    catalogue = openCatalogue([...desk.products], collators[language].compare);
    desk.catalogues.set(language, catalogue);
  }
  return {
    ids: findProducts(catalogue, { search, category }),
    categories: countCategories(catalogue),
    all: catalogue.length,
  };
};

/** Opens the chunks of order heads written since the last time. Calls must not overlap. */
export const refreshOrders = async (desk: SalesDesk): Promise<void> => {
  const { seq } = await readMeta(desk.db);
  if (seq === desk.ordersSeq) return;
  const since = desk.ordersSeq < 0 ? {} : { sinceSeq: desk.ordersSeq };
  for (const chunk of await readColumns(desk.db, 'orders.head', since))
    desk.chunks.set(chunk.first, orderChunkOf(chunk));
  const present = await listChunkPlaces(desk.db, 'orders.head');
  for (const first of desk.chunks.keys()) if (!present.has(first)) desk.chunks.delete(first);
  desk.lists.clear();
  desk.ordersSeq = seq;
};

/** A window of the list of orders, at most 500 ids. Call refreshOrders before. */
export const answerOrders = (desk: SalesDesk, { kind, status, from, count }: OrderQuery) => {
  const key = `${kind ?? ''}/${status ?? ''}`;
  let list = desk.lists.get(key);
  if (list === undefined) {
    const inOrder = [...desk.chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk);
    list = listOrders(inOrder, { kind, status });
    desk.lists.set(key, list);
  }
  let all = 0;
  for (const { ids } of desk.chunks.values()) all += ids.length;
  return { ids: list.slice(from, from + Math.min(count, 500)), total: list.length, all };
};
