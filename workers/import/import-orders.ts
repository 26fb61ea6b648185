import type { ImportContract } from '#contracts/import.ts';
import { neededOrderFields, neededPurchaseFields, orderFields } from '#core/imports/map-headers.ts';
import { readColumn } from '#core/imports/read-column.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import { findByExternalIds } from '#db/sealed-table.ts';
import type { RunJob } from './import-customers.ts';
import {
  cancelled,
  type ImportWriter,
  openImportWriter,
  skipRow,
  type Tally,
} from './import-writer.ts';
import { customerOfOrders, orderOfBook, productOfOrders } from './make-order.ts';
import {
  bookLine,
  lineWidth,
  newOrderBook,
  type OrderBook,
  type OrderColumns,
  type Reading,
} from './order-book.ts';
import { refuseWidth } from './read-cells.ts';
import { brokenQuote, readRows } from './read-rows.ts';
import type { Scan } from './scan-file.ts';

type Input = ImportContract['run']['input'];
type Made = { customers: number; orders: number; products: number; returns: number };

const batchRows = 1000;

const columnsOf = (input: Input, scan: Scan): Result<OrderColumns> => {
  const headerOf = new Map(input.columns.map(({ field, header }) => [field, header]));
  const at = Object.fromEntries(
    orderFields.map((field) => [field, scan.headers.indexOf(headerOf.get(field) ?? '\u0000')]),
  ) as OrderColumns;
  const needed = at.amount < 0 ? neededOrderFields : neededPurchaseFields;
  const missing = needed.find((field) => at[field] < 0);
  return missing === undefined ? accept(at) : refuse('column-missing', { column: missing });
};

const readingOf = (input: Input, scan: Scan, columns: OrderColumns): Result<Reading> => {
  const dateFacts = scan.facts[columns.date];
  const priceFacts = scan.facts[columns.amount < 0 ? columns.unitPrice : columns.amount];
  if (dateFacts === undefined || priceFacts === undefined) return refuse('column-missing');
  const { dates: wanted, decimal: wantedDecimal } = input.settings;
  const most = Math.max(dateFacts.isoDates, dateFacts.dmyDates, dateFacts.mdyDates);
  const both = dateFacts.dmyDates === most && dateFacts.mdyDates === most;
  if (wanted === 'auto' && dateFacts.isoDates < most && both)
    return refuse('file-needs-answer', {
      column: scan.headers[columns.date] ?? '',
      question: 'dates',
    });
  const guessed = dateFacts.isoDates === most ? 'ymd' : dateFacts.dmyDates === most ? 'dmy' : 'mdy';
  const { decimal } = readColumn(priceFacts, input.settings);
  return accept({
    dates: wanted === 'auto' ? guessed : wanted,
    decimal: wantedDecimal === 'auto' ? decimal : wantedDecimal,
    currency: input.currency,
  });
};

type State = {
  readonly db: Database;
  readonly input: Input;
  readonly scan: Scan;
  readonly tally: Tally;
  readonly job: RunJob;
  readonly writer: ImportWriter;
};

const readBook = async (
  { input, scan, tally, job }: State,
  columns: OrderColumns,
  reading: Reading,
): Promise<Result<OrderBook>> => {
  const book = newOrderBook();
  const { encoding, delimiter, hasHeader } = input.settings;
  let header = hasHeader;
  for await (const { rows, bytes, broken } of readRows(input.file, encoding, delimiter)) {
    if (job.signal.aborted) return cancelled();
    const torn = new Set(broken);
    for (const [at, row] of rows.entries()) {
      if (header) {
        header = false;
        continue;
      }
      const index = tally.rowsRead++;
      const refused = torn.has(at)
        ? brokenQuote(index)
        : refuseWidth(row, scan.headers.length, index);
      const bad = refused ?? bookLine(book, row, columns, reading, index);
      if (bad === undefined) continue;
      const named = scan.headers[columns[bad.column as keyof OrderColumns] ?? -1] ?? '';
      skipRow(tally, { ...bad, column: named, row: index });
    }
    // Reading is the smaller half of the work; the writing fills the rest of the bar.
    const { rowsRead, skipped } = tally;
    job.progress({ bytes: bytes * 0.3, totalBytes: input.file.size, rows: rowsRead, skipped });
  }
  return accept(book);
};

/** Ids for all parties of the book: those known by external id are used again. */
const writeCustomers = async (state: State, book: OrderBook): Promise<Result<string[]>> => {
  const { db, input, writer } = state;
  const known = await findByExternalIds(
    db,
    'customers',
    book.customers.map(({ externalId }) => externalId).filter((id) => id !== undefined),
  );
  const ids = book.customers.map(
    ({ externalId }, at) =>
      known.get(externalId ?? '')?.id ?? `${input.importId}-c${at.toString(36)}`,
  );
  const fresh = book.customers
    .map((customer, at) => ({ customer, id: ids[at] ?? '' }))
    .filter(({ customer }) => !known.has(customer.externalId ?? ''));
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
  return accept(ids);
};

const writeProducts = async (state: State, book: OrderBook): Promise<Result<string[]>> => {
  const { db, input, writer } = state;
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
    known.has(product.sku) ? [] : [productOfOrders(product, { id: ids[at] ?? '', now, currency })],
  );
  for (let at = 0; at < fresh.length; at += batchRows) {
    const written = await writer.write({ products: fresh.slice(at, at + batchRows) });
    if (!written.ok) return written;
  }
  return accept(ids);
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

const writeOrders = async (
  state: State,
  book: OrderBook,
  customerIds: readonly string[],
  productIds: readonly string[],
): Promise<Result<Pick<Made, 'orders' | 'returns'>>> => {
  const { db, input, writer, tally, job } = state;
  const externalIds = externalIdsOf(book);
  const known = await findByExternalIds(db, 'orders', externalIds);
  const made = { orders: 0, returns: 0 };
  let ord = await reserveOrds(db, 'orders', book.orders.length);
  for (let at = 0; at < book.orders.length; at += batchRows) {
    if (job.signal.aborted) return cancelled();
    const orders: Order[] = [];
    for (let n = at; n < Math.min(book.orders.length, at + batchRows); n++) {
      const booked = book.orders[n];
      const externalId = externalIds[n] ?? '';
      if (booked === undefined) continue;
      if (known.has(externalId)) {
        for (let line = 4; line < booked.lines.length; line += lineWidth)
          skipRow(tally, { row: booked.lines[line] ?? 0, column: '', reason: 'already-there' });
        continue;
      }
      const id = `${input.importId}-o${n.toString(36)}`;
      const customerId = customerIds[booked.customer] ?? '';
      const given = {
        id,
        now: input.now,
        ord: ord + orders.length,
        externalId,
        customerId,
        productIds,
      };
      orders.push(orderOfBook(booked, given));
      tally.added += booked.lines.length / lineWidth;
    }
    ord += batchRows;
    made.returns += orders.filter(({ kind }) => kind === 'return').length;
    made.orders += orders.filter(({ kind }) => kind === 'order').length;
    const written = await writer.write({ orders });
    if (!written.ok) return written;
    const share = 0.3 + (0.7 * (at + batchRows)) / book.orders.length;
    const { rowsRead, skipped } = tally;
    const totalBytes = input.file.size;
    job.progress({ bytes: Math.min(1, share) * totalBytes, totalBytes, rows: rowsRead, skipped });
    job.beat();
  }
  return accept(made);
};

const writeBook = async (state: State, book: OrderBook): Promise<Result<Made>> => {
  const customerIds = await writeCustomers(state, book);
  if (!customerIds.ok) return customerIds;
  const productIds = await writeProducts(state, book);
  if (!productIds.ok) return productIds;
  const orders = await writeOrders(state, book, customerIds.value, productIds.value);
  if (!orders.ok) return orders;
  const own = (ids: readonly string[]) =>
    ids.filter((id) => id.startsWith(`${state.input.importId}-`)).length;
  return accept({
    ...orders.value,
    customers: own(customerIds.value),
    products: own(productIds.value),
  });
};

/**
 * Reads a file of order lines, groups them into orders, and writes orders, customers and products.
 * Refuses: column-missing, file-needs-answer (dates that fit two orders), cancelled, storage-full;
 * then nothing of the import is left.
 */
export const importOrders = async (
  db: Database,
  input: Input,
  scan: Scan,
  tally: Tally,
  job: RunJob,
): Promise<Result<Made>> => {
  const columns = columnsOf(input, scan);
  if (!columns.ok) return columns;
  const reading = readingOf(input, scan, columns.value);
  if (!reading.ok) return reading;
  const { importId, name: fileName, as, now } = input;
  const { encoding, delimiter } = input.settings;
  const writer = openImportWriter(db, { importId, fileName, as, encoding, delimiter, now }, tally);
  const state: State = { db, input, scan, tally, job, writer };
  const book = await readBook(state, columns.value, reading.value);
  if (!book.ok) return book;
  const opened = await writer.write({});
  if (!opened.ok) return opened;
  const made = await writeBook(state, book.value);
  if (!made.ok) return writer.giveUp(made);
  const finished = await writer.finish();
  return finished.ok ? made : writer.giveUp(finished);
};
