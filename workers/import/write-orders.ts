import { accept, type Result } from '#core/result.ts';
import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import { findByExternalIds } from '#db/sealed-table.ts';
import type { ImportWay } from './import-way.ts';
import { cancelled, skipRow } from './import-writer.ts';
import { orderOfBook } from './make-order.ts';
import type { OpenFile } from './open-file.ts';
import { type BookedOrder, lineWidth, type OrderBook } from './order-book.ts';
import { batchRows } from './write-parties.ts';

/** What the book's customers and products are called in the database, and the lines' own headers. */
export type Parties = {
  readonly customerIds: readonly string[];
  readonly productIds: readonly string[];
  readonly extraHeaders: ReadonlyMap<number, readonly string[]>;
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

/** An order that is there already is named and left out, its head and every line of it. */
const skipOrder = (files: readonly OpenFile[], { lines, head, file }: BookedOrder): void => {
  const there = { column: '', reason: 'already-there' } as const;
  if (head !== undefined) skipRow(head.file.tally, { ...there, row: head.row });
  const tally = files.find(({ at }) => at === file)?.tally;
  if (tally === undefined) return;
  for (let line = lineWidth - 1; line < lines.length; line += lineWidth)
    skipRow(tally, { ...there, row: lines[line] ?? 0 });
};

/** Counts the rows an order was made of. */
const countOrder = (files: readonly OpenFile[], { lines, head, file }: BookedOrder): void => {
  if (head !== undefined) head.file.tally.added += 1;
  const tally = files.find(({ at }) => at === file)?.tally;
  if (tally !== undefined) tally.added += lines.length / lineWidth;
};

/** An order tells the file and row of its head, else of its first line. */
const idOf = (importId: string, { head, file, lines }: BookedOrder, at: number): string =>
  head === undefined
    ? `${importId}-${file}.O${at.toString(36)}.${(lines[lineWidth - 1] ?? 0).toString(36)}`
    : `${importId}-${head.file.at}.${head.row.toString(36)}`;

/**
 * Writes the orders of a book a thousand at a time. Reading was three tenths of the work.
 * Refuses: cancelled, storage-full.
 */
export const writeOrders = async (
  way: ImportWay,
  files: readonly OpenFile[],
  book: OrderBook,
  { externalIds, known }: Fresh,
  parties: Parties,
): Promise<Result<{ orders: number; returns: number }>> => {
  const { db, input, writer, job, isDry } = way;
  const made = { orders: 0, returns: 0 };
  const first = isDry ? 0 : await reserveOrds(db, 'orders', book.orders.length);
  for (let at = 0; at < book.orders.length; at += batchRows) {
    if (job.signal.aborted) return cancelled();
    const orders: Order[] = [];
    for (const [n, booked] of book.orders.slice(at, at + batchRows).entries()) {
      const externalId = externalIds[at + n] ?? '';
      if (known.has(externalId)) {
        skipOrder(files, booked);
        continue;
      }
      const id = idOf(input.importId, booked, at + n);
      const customerId = parties.customerIds[booked.customer] ?? '';
      const given = { id, now: input.now, ord: first + at + orders.length, externalId, customerId };
      const order = orderOfBook(booked, given, {
        productIds: parties.productIds,
        extraHeaders: parties.extraHeaders.get(booked.file) ?? [],
      });
      orders.push(order);
      made[order.kind === 'return' ? 'returns' : 'orders'] += 1;
      countOrder(files, booked);
    }
    const written = await writer.write({ orders });
    if (!written.ok) return written;
    const [file] = files;
    const share = Math.min(1, 0.3 + (0.7 * (at + batchRows)) / book.orders.length);
    if (file !== undefined) way.tell(file, share * file.scan.source.totalBytes);
    job.beat();
  }
  return accept(made);
};
