import type { OrderQuery, ProductQuery, SalesContract } from '#contracts/sales.ts';
import salesUrl from '#workers/sales/sales.worker.ts?worker&url';
import { workerConnection } from './host.ts';

const connection = workerConnection<SalesContract>(salesUrl, 'sales');

/** Ids of the products a search finds, best first. */
export const findProducts = (query: ProductQuery, signal?: AbortSignal) =>
  connection.call('findProducts', query, { signal });

/** A window of the list of orders, the newest first. */
export const findOrders = (query: OrderQuery, signal?: AbortSignal) =>
  connection.call('findOrders', query, { signal });
