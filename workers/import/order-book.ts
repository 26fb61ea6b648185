import type { ImportError } from '#core/imports/import-journal.ts';
import { isMissing } from '#core/imports/missing-word.ts';
import { parseAmount, parseNumber, parseShare } from '#core/imports/parse-cell.ts';
import { type DateOrder, parseDate } from '#core/imports/parse-date.ts';
import type { ColumnReading } from '#core/imports/read-column.ts';
import type { CustomValue } from '#core/record.ts';
import { normaliseId } from './make-customer.ts';
import type { HeadBook, OrderHead } from './order-heads.ts';
import { readCell } from './read-cells.ts';

/** Where the columns of an orders file are; -1 when the file has none. */
export type OrderColumns = Readonly<
  Record<
    | 'number'
    | 'customerId'
    | 'customerName'
    | 'date'
    | 'sku'
    | 'productName'
    | 'quantity'
    | 'unitPrice'
    | 'discount'
    | 'currency'
    | 'country'
    | 'amount',
    number
  >
>;

/** Lines of one order as flat numbers: product, quantity, price, discount, row, five a line. */
export const lineWidth = 5;

export type BookedOrder = {
  readonly number: string;
  readonly customer: number;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS` */
  readonly at: string;
  readonly currency: string;
  readonly lines: number[];
  /** Cells of columns that are no field, one for each of `Reading.extras` a line. */
  readonly extras: CustomValue[];
  /** Where its head stands in a file of heads. */
  readonly head?: OrderHead;
  /** The file its lines come from. */
  readonly file: number;
};

export type BookedCustomer = {
  /** undefined for a walk-in customer. */
  readonly externalId: string | undefined;
  name: string;
  readonly country: string;
};

export type BookedProduct = {
  readonly sku: string;
  /** How often each description occurs. */
  readonly names: Map<string, number>;
  lastPrice: number;
};

/** An orders file grouped in memory, without a text more than needed. */
export type OrderBook = {
  readonly orders: BookedOrder[];
  readonly customers: BookedCustomer[];
  readonly products: BookedProduct[];
  readonly orderOf: Map<string, number>;
  readonly customerOf: Map<string, number>;
  readonly productOf: Map<string, number>;
};

export const newOrderBook = (): OrderBook => ({
  orders: [],
  customers: [],
  products: [],
  orderOf: new Map(),
  customerOf: new Map(),
  productOf: new Map(),
});

const place = <T>(list: T[], index: Map<string, number>, key: string, make: () => T): number => {
  const known = index.get(key);
  if (known !== undefined) return known;
  index.set(key, list.length);
  return list.push(make()) - 1;
};

/** A customer of an order: by external id, else by name, else the walk-in of the country [I7]. */
const bookCustomer = (book: OrderBook, id: string, name: string, country: string): number => {
  const key = id !== '' ? `id|${id}` : name !== '' ? `name|${name}` : `walk-in|${country}`;
  const externalId = id !== '' ? id : name !== '' ? name : undefined;
  const at = place(book.customers, book.customerOf, key, () => ({ externalId, name, country }));
  const customer = book.customers[at];
  if (customer !== undefined && customer.name === '') customer.name = name;
  return at;
};

const bookProduct = (book: OrderBook, sku: string, name: string, price: number): number => {
  const at = place(book.products, book.productOf, sku, () => ({
    sku,
    names: new Map<string, number>(),
    lastPrice: price,
  }));
  const product = book.products[at];
  if (product !== undefined) {
    if (name !== '') product.names.set(name, (product.names.get(name) ?? 0) + 1);
    if (price > 0) product.lastPrice = price;
  }
  return at;
};

export type Reading = {
  readonly decimal: '.' | ',';
  readonly dates: DateOrder;
  readonly currency: string;
  /** Columns that are no field of an order: kept as custom fields of its lines. */
  readonly extras: readonly {
    readonly header: string;
    readonly at: number;
    readonly reading: ColumnReading;
  }[];
};

type Refused = Omit<ImportError, 'row'>;
type Priced = { readonly quantity: number; readonly price: number };

/** What is counted below nothing comes back, whatever sign the amount beside it has [I6]. */
const comesBack = (quantityText: string, decimal: '.' | ','): boolean =>
  (parseNumber(quantityText, decimal) ?? 0) < 0;

/** One piece at the amount paid, or pieces at a price. */
const readPrice = (
  cell: (at: number) => string,
  columns: OrderColumns,
  decimal: '.' | ',',
): Priced | Refused => {
  const isAmount = columns.amount >= 0;
  const quantityText = isAmount ? '1' : cell(columns.quantity);
  const priceText = cell(isAmount ? columns.amount : columns.unitPrice);
  const column = isAmount ? 'amount' : 'unitPrice';
  if (quantityText === '') return { column: 'quantity', reason: 'missing-quantity' };
  if (priceText === '') return { column, reason: 'missing-price' };
  const quantity = parseNumber(quantityText, decimal);
  if (quantity === undefined)
    return { column: 'quantity', reason: 'bad-number', value: quantityText };
  const price = parseAmount(priceText, decimal);
  if (price === undefined) return { column, reason: 'bad-money', value: priceText };
  const isBack = isAmount && comesBack(cell(columns.quantity), decimal);
  return { quantity, price: isBack ? -Math.abs(price) : price };
};

/** What stands beside a file of lines: heads of their orders, and its place among the files. */
type Beside = { readonly heads: HeadBook; readonly file: number };
const nothingBeside: Beside = { heads: new Map(), file: 0 };

/** Books orders whose heads came without any line. */
export const bookHeads = (book: OrderBook, heads: HeadBook): void => {
  const met = new Set(book.orders.flatMap(({ head }) => head?.number ?? []));
  for (const head of heads.values()) {
    if (met.has(head.number)) continue;
    const { number, at, currency, customerId, customerName, country, file } = head;
    const customer = bookCustomer(book, customerId, customerName, country);
    const order = { number, customer, at, currency, lines: [], extras: [], file: file.at, head };
    place(book.orders, book.orderOf, `${number}|${customer}|${at}`, () => order);
  }
};

/**
 * Books one line of a file. An order is one number, one customer and one date: an invoice with two
 * dates or customers becomes two orders [I8]; without a column of numbers, one customer and date.
 * Answers why the line is refused, or undefined.
 */
export const bookLine = (
  book: OrderBook,
  row: readonly string[],
  columns: OrderColumns,
  reading: Reading,
  index: number,
  { heads, file }: Beside = nothingBeside,
): Refused | undefined => {
  const cell = (at: number) => {
    const text = at < 0 ? '' : (row[at] ?? '').trim();
    return isMissing(text) ? '' : text;
  };
  const sku = normaliseId(cell(columns.sku)) || cell(columns.productName);
  const isNumbered = columns.number >= 0;
  const ownNumber = normaliseId(cell(columns.number));
  if (isNumbered && ownNumber === '') return { column: 'number', reason: 'missing-key' };
  if (sku === '' && columns.amount < 0) return { column: 'sku', reason: 'missing-key' };
  const head = heads.get(ownNumber);
  if (head === undefined && columns.date < 0)
    return { column: 'number', reason: 'order-not-here', value: ownNumber };
  const date = head?.at ?? cell(columns.date);
  if (date === '') return { column: 'date', reason: 'missing-date' };
  const at = head?.at ?? parseDate(date, reading.dates);
  if (at === undefined) return { column: 'date', reason: 'bad-date', value: date };
  const priced = readPrice(cell, columns, reading.decimal);
  if ('reason' in priced) return priced;
  const discountText = cell(columns.discount);
  const discount = discountText === '' ? 0 : parseShare(discountText, reading.decimal);
  if (discount === undefined)
    return { column: 'discount', reason: 'bad-number', value: discountText };
  const id = head?.customerId ?? normaliseId(cell(columns.customerId));
  const customer = bookCustomer(
    book,
    id,
    head?.customerName ?? cell(columns.customerName),
    head?.country ?? cell(columns.country),
  );
  const number = isNumbered ? ownNumber : `${id} ${at}`;
  const currency = cell(columns.currency).toUpperCase();
  const order = place(book.orders, book.orderOf, `${number}|${customer}|${at}`, () => ({
    number,
    customer,
    at,
    currency: /^[A-Z]{3}$/u.test(currency) ? currency : (head?.currency ?? reading.currency),
    lines: [],
    extras: [],
    file,
    ...(head === undefined ? {} : { head }),
  }));
  const product = sku === '' ? -1 : bookProduct(book, sku, cell(columns.productName), priced.price);
  const booked = book.orders[order];
  booked?.lines.push(product, priced.quantity, priced.price, discount, index);
  for (const extra of reading.extras)
    booked?.extras.push(readCell(row[extra.at] ?? '', extra.reading));
  return undefined;
};

/** A code's most frequent description, the first seen of equals; the code when there is none [I9]. */
export const nameOfProduct = ({ sku, names }: BookedProduct): string => {
  let best = sku;
  let most = 0;
  for (const [name, count] of names)
    if (count > most) {
      best = name;
      most = count;
    }
  return best;
};
