import type { ImportContract } from '#contracts/import.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { defineFields } from './define-fields.ts';
import type { RunJob } from './import-customers.ts';
import {
  cancelled,
  type ImportWriter,
  openImportWriter,
  skipRow,
  type Tally,
} from './import-writer.ts';
import {
  bookLine,
  newOrderBook,
  type OrderBook,
  type OrderColumns,
  type Reading,
} from './order-book.ts';
import { orderColumnsOf, orderReadingOf } from './order-columns.ts';
import { refuseWidth } from './read-cells.ts';
import type { ScannedTable } from './scan-file.ts';
import { brokenRow } from './table-source.ts';
import { findFresh, writeOrders } from './write-orders.ts';
import { writeCustomers, writeProducts } from './write-parties.ts';

type Input = ImportContract['run']['input'];
type Made = { customers: number; orders: number; products: number; returns: number };

type State = {
  readonly db: Database;
  readonly input: Input;
  readonly scan: ScannedTable;
  readonly tally: Tally;
  readonly job: RunJob;
  readonly writer: ImportWriter;
};

const readBook = async (
  { scan, tally, job }: State,
  columns: OrderColumns,
  reading: Reading,
): Promise<Result<OrderBook>> => {
  const book = newOrderBook();
  let header = scan.hasHeader;
  for await (const { rows, bytes, broken } of scan.source.rows()) {
    if (job.signal.aborted) return cancelled();
    const torn = new Set(broken);
    for (const [at, row] of rows.entries()) {
      if (header) {
        header = false;
        continue;
      }
      const index = tally.rowsRead++;
      const refused = torn.has(at)
        ? brokenRow(scan.source, index)
        : refuseWidth(row, scan.headers.length, index);
      const bad = refused ?? bookLine(book, row, columns, reading, index);
      if (bad === undefined) continue;
      const named = scan.headers[columns[bad.column as keyof OrderColumns] ?? -1] ?? '';
      skipRow(tally, { ...bad, column: named, row: index });
    }
    // Reading is the smaller half of the work; the writing fills the rest of the bar.
    const { rowsRead, skipped } = tally;
    job.progress({
      bytes: bytes * 0.3,
      totalBytes: scan.source.totalBytes,
      rows: rowsRead,
      skipped,
    });
  }
  return accept(book);
};

const writeBook = async (
  state: State,
  book: OrderBook,
  { extras }: Reading,
): Promise<Result<Made>> => {
  const { db, input, writer } = state;
  const { importId, now } = input;
  const fields = await defineFields(db, extras, { entity: 'orders', importId, now });
  if (!fields.ok) return fields;
  const defined = await writer.write({ fieldDefinitions: fields.value });
  if (!defined.ok) return defined;
  const fresh = await findFresh(db, book);
  const customers = await writeCustomers(state, book, fresh.customers);
  if (!customers.ok) return customers;
  const products = await writeProducts(state, book, fresh.products);
  if (!products.ok) return products;
  const orders = await writeOrders(state, book, fresh, {
    customerIds: customers.value.ids,
    productIds: products.value.ids,
    extraHeaders: extras.map(({ header }) => header),
  });
  if (!orders.ok) return orders;
  const made = { customers: customers.value.made, products: products.value.made };
  return accept({ ...orders.value, ...made });
};

/**
 * Reads a file of order lines, groups them into orders, and writes orders, customers and products.
 * Refuses: column-missing, file-needs-answer (dates that fit two orders), cancelled, storage-full;
 * then nothing of the import is left.
 */
export const importOrders = async (
  db: Database,
  input: Input,
  scan: ScannedTable,
  tally: Tally,
  job: RunJob,
): Promise<Result<Made>> => {
  const columns = orderColumnsOf(input, scan);
  if (!columns.ok) return columns;
  const reading = orderReadingOf(input, scan, columns.value);
  if (!reading.ok) return reading;
  const { importId, name: fileName, as, now } = input;
  const { encoding, delimiter } = scan.source;
  const writer = openImportWriter(db, { importId, fileName, as, encoding, delimiter, now }, tally);
  const state: State = { db, input, scan, tally, job, writer };
  const book = await readBook(state, columns.value, reading.value);
  if (!book.ok) return book;
  const opened = await writer.write({});
  if (!opened.ok) return opened;
  const made = await writeBook(state, book.value, reading.value);
  if (!made.ok) return writer.giveUp(made);
  const finished = await writer.finish();
  return finished.ok ? made : writer.giveUp(finished);
};
