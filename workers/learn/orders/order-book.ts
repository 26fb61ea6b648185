import { asksForProduct, type OrderTarget } from '#core/predictions/from-orders/order-target.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { type CustomerTable, readTable } from '#workers/learn/read-table.ts';
import { type Histories, readHistories } from '#workers/learn/repurchase/read-history.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { findMeant, isMeant, readLines } from './read-lines.ts';

/** Everything a question about orders is answered from. */
export type OrderBook = {
  readonly target: OrderTarget;
  /** What the product or category asked for is called. */
  readonly name?: string;
  readonly table: CustomerTable;
  readonly histories: Histories;
  /** Which products of the histories are asked for; absent where any will do. */
  readonly isMeant?: (product: number) => boolean;
  /** The newest day with an order or a return. */
  readonly lastDay: number;
};

/** The newest day with an order or a return; −∞ without one. */
export const lastDayOf = ({ orders }: Histories): number =>
  orders.day.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY);

/** Reads what the question needs; only one about a product opens the orders themselves. Refuses: no-orders, not-found, cancelled. */
export const openOrderBook = async (
  db: Database,
  target: OrderTarget,
  turns: Turns,
): Promise<Result<OrderBook>> => {
  const table = await readTable(db);
  if (table.rows.length === 0) return refuse('no-data');
  const meant = await findMeant(db, target);
  if (asksForProduct(target) && meant === undefined) return refuse('not-found');
  const histories = await readHistories(
    db,
    meant && ((_db, customerOf) => readLines(db, customerOf, meant.ids, turns)),
  );
  if (await turns.take()) return refuse('cancelled');
  const lastDay = lastDayOf(histories);
  if (!Number.isFinite(lastDay)) return refuse('no-orders');
  const named = meant && { name: meant.name, isMeant };
  return accept({ target, table, histories, lastDay, ...named });
};
