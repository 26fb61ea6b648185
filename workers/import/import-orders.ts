import { accept, type Result, refuse } from '#core/result.ts';
import { type CustomColumn, defineFields } from './define-fields.ts';
import type { ImportWay } from './import-way.ts';
import { skipRow } from './import-writer.ts';
import { eachRow, type OpenFile } from './open-file.ts';
import {
  bookHeads,
  bookLine,
  newOrderBook,
  type OrderBook,
  type OrderColumns,
  type Reading,
} from './order-book.ts';
import { checkPlaces, orderPartOf, orderReadingOf, placesOf } from './order-columns.ts';
import { type HeadBook, headFields, readHeads } from './order-heads.ts';
import { findFresh, writeOrders } from './write-orders.ts';
import { writeCustomers, writeProducts } from './write-parties.ts';

export type Made = { customers: number; orders: number; products: number; returns: number };

type Part = {
  readonly file: OpenFile;
  readonly columns: OrderColumns;
  readonly reading: Reading;
  readonly part: ReturnType<typeof orderPartOf>;
};

/** Reading is the smaller half of the work; the writing fills the rest of the bar. */
const readShare = 0.3;

/** Refuses: column-missing, file-needs-answer. */
const partsOf = (way: ImportWay, files: readonly OpenFile[]): Result<Part[]> => {
  const parts: Part[] = [];
  for (const file of files) {
    const columns = checkPlaces(placesOf(file));
    if (!columns.ok) return columns;
    const reading = orderReadingOf(file, columns.value, way.input.currency);
    if (!reading.ok) return reading;
    const part = orderPartOf(columns.value);
    parts.push({ file, columns: columns.value, reading: reading.value, part });
  }
  const hasHeads = parts.some(({ part }) => part === 'heads');
  const isLost = parts.some(({ part }) => part === 'lines') && !hasHeads;
  return isLost ? refuse('column-missing', { column: 'date' }) : accept(parts);
};

const readLines = (
  way: ImportWay,
  { file, columns, reading }: Part,
  book: OrderBook,
  heads: HeadBook,
): Promise<Result<null>> => {
  const { tally, scan } = file;
  const slow = { ...way, tell: (of: OpenFile, bytes: number) => way.tell(of, bytes * readShare) };
  return eachRow(slow, file, (row, index) => {
    const bad = bookLine(book, row, columns, reading, index, { heads, file: file.at });
    if (bad === undefined) return;
    const named = scan.headers[columns[bad.column as keyof OrderColumns] ?? -1] ?? '';
    skipRow(tally, { ...bad, column: named, row: index }, row);
  });
};

/** Headers of the lines' own fields: those of the first file that has lines. */
const readBook = async (way: ImportWay, parts: readonly Part[]): Promise<Result<OrderBook>> => {
  const book = newOrderBook();
  const heads: HeadBook = new Map();
  for (const part of parts.filter((each) => each.part === 'heads')) {
    const read = await readHeads(way, part.file, part, heads);
    if (!read.ok) return read;
  }
  for (const part of parts.filter((each) => each.part !== 'heads')) {
    const read = await readLines(way, part, book, heads);
    if (!read.ok) return read;
  }
  bookHeads(book, heads);
  return accept(book);
};

const fieldsOf = (way: ImportWay, parts: readonly Part[]): CustomColumn[] =>
  parts.flatMap(({ file, reading, part }) =>
    part === 'heads' ? headFields(way, file, reading) : [...reading.extras],
  );

/**
 * Reads files of orders, whole lines or heads and lines apart, groups them, and writes orders and
 * the customers and products they need.
 * Refuses: column-missing, file-needs-answer (dates that fit two orders), cancelled, storage-full.
 */
export const importOrders = async (
  way: ImportWay,
  files: readonly OpenFile[],
): Promise<Result<Made>> => {
  const parts = partsOf(way, files);
  if (!parts.ok) return parts;
  const { importId, now } = way.input;
  const book = await readBook(way, parts.value);
  if (!book.ok) return book;
  const place = { entity: 'orders', importId, now } as const;
  const fields = await defineFields(way, fieldsOf(way, parts.value), place);
  if (!fields.ok) return fields;
  const defined = await way.writer.write({ fieldDefinitions: fields.value });
  if (!defined.ok) return defined;
  const fresh = await findFresh(way.db, book.value);
  const customers = await writeCustomers(way, book.value, fresh.customers);
  if (!customers.ok) return customers;
  const products = await writeProducts(way, book.value, fresh.products);
  if (!products.ok) return products;
  const extraHeaders = new Map(
    parts.value.map(({ file, reading }) => [file.at, reading.extras.map(({ header }) => header)]),
  );
  const orders = await writeOrders(way, files, book.value, fresh, {
    customerIds: customers.value.ids,
    productIds: products.value.ids,
    extraHeaders,
  });
  if (!orders.ok) return orders;
  return accept({
    ...orders.value,
    customers: customers.value.made,
    products: products.value.made,
  });
};
