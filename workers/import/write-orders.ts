import type { ImportContract } from '#contracts/import.ts';
import { accept, type Result } from '#core/result.ts';
import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import { findByExternalIds } from '#db/sealed-table.ts';
import type { RunJob } from './import-customers.ts';
import { cancelled, type ImportWriter, skipRow, type Tally } from './import-writer.ts';
import { orderOfBook } from './make-order.ts';
import { type BookedOrder, lineWidth, type OrderBook } from './order-book.ts';
import { batchRows } from './write-parties.ts';

type Way = {
  readonly db: Database;
  readonly input: ImportContract['run']['input'];
  readonly writer: ImportWriter;
  readonly tally: Tally;
  readonly job: RunJob;
};

/** What the book's customers and products are called in the database, and the lines' own headers. */
export type Parties = {
  readonly customerIds: readonly string[];
  readonly productIds: readonly string[];
  readonly extraHeaders: readonly string[];
};

/** External ids of orders: the number, and a mark on the second and later parts of a split one. */
const externalIdsOf = (book: OrderBook): string[] => {
  const seen = new Map<string, number>();
  return book.orders.map(({ number }) => {
    const part = (seen.get(number) ?? 0) + 1;
    seen.set(number, part);
    return part === 1 ? number : `${number}/${part}`;
  });
};

/** Which orders of a book are new, and which of its customers and products those need. */
export type Fresh = {
  readonly externalIds: readonly string[];
  readonly known: ReadonlyMap<string, unknown>;
  readonly customers: ReadonlySet<number>;
  readonly products: ReadonlySet<number>;
};

/** Looks for the orders of a book in the database. */
export const findFresh = async (db: Database, book: OrderBook): Promise<Fresh> => {
  const externalIds = externalIdsOf(book);
  const known = await findByExternalIds(db, 'orders', externalIds);
  const customers = new Set<number>();
  const products = new Set<number>();
  for (const [at, { customer, lines }] of book.orders.entries()) {
    if (known.has(externalIds[at] ?? '')) continue;
    customers.add(customer);
    for (let line = 0; line < lines.length; line += lineWidth) products.add(lines[line] ?? -1);
  }
  return { externalIds, known, customers, products };
};

/** Lines of an order that is there already are named and left out. */
const skipLines = (tally: Tally, { lines }: BookedOrder): void => {
  for (let line = lineWidth - 1; line < lines.length; line += lineWidth)
    skipRow(tally, { row: lines[line] ?? 0, column: '', reason: 'already-there' });
};

const tell = ({ input, tally, job }: Way, share: number): void => {
  const { rowsRead, skipped } = tally;
  const totalBytes = input.file.size;
  job.progress({ bytes: Math.min(1, share) * totalBytes, totalBytes, rows: rowsRead, skipped });
  job.beat();
};

/**
 * Writes the orders of a book a thousand at a time. Reading was three tenths of the work.
 * Refuses: cancelled, storage-full.
 */
export const writeOrders = async (
  way: Way,
  book: OrderBook,
  { externalIds, known }: Fresh,
  parties: Parties,
): Promise<Result<{ orders: number; returns: number }>> => {
  const { db, input, writer, tally, job } = way;
  const made = { orders: 0, returns: 0 };
  const first = await reserveOrds(db, 'orders', book.orders.length);
  for (let at = 0; at < book.orders.length; at += batchRows) {
    if (job.signal.aborted) return cancelled();
    const orders: Order[] = [];
    for (const [n, booked] of book.orders.slice(at, at + batchRows).entries()) {
      const externalId = externalIds[at + n] ?? '';
      if (known.has(externalId)) {
        skipLines(tally, booked);
        continue;
      }
      const id = `${input.importId}-o${(at + n).toString(36)}`;
      const customerId = parties.customerIds[booked.customer] ?? '';
      const given = { id, now: input.now, ord: first + at + orders.length, externalId, customerId };
      const order = orderOfBook(booked, given, parties);
      orders.push(order);
      made[order.kind === 'return' ? 'returns' : 'orders'] += 1;
      tally.added += order.lines.length;
    }
    const written = await writer.write({ orders });
    if (!written.ok) return written;
    tell(way, 0.3 + (0.7 * (at + batchRows)) / book.orders.length);
  }
  return accept(made);
};
