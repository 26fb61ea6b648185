import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { type CustomerTable, readTable } from '#workers/learn/read-table.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { type OrderBook, openOrderBook } from './order-book.ts';
import { rowsOfDay } from './rows-of-day.ts';

const byPlace = (places: Int32Array, values: readonly CustomValue[], end: number) => {
  const column = new Array<CustomValue>(end).fill(null);
  places.forEach((place, row) => {
    column[place] = values[row] ?? null;
  });
  return column;
};

type Looks = Pick<NonNullable<ModelVersion['fromOrders']>, 'asOf' | 'learnedFrom'>;

/** The customers of a book with what their orders said on the morning `asOf`; undefined when cancelled. */
export const tableOfBook = async (
  book: OrderBook,
  { asOf, learnedFrom }: Looks,
  turns: Turns,
): Promise<CustomerTable | undefined> => {
  const { table, histories } = book;
  const days = { day: asOf, shortest: Math.min(asOf, ...learnedFrom) };
  const rows = await rowsOfDay(book, histories.customers, days, turns);
  if (rows === undefined) return undefined;
  const ofOrders = rows.columns.map((column) => ({
    ...column,
    values: byPlace(rows.customer, column.values, table.end),
  }));
  const found = new Map(ofOrders.map(({ name, values }) => [name, values]));
  return {
    ...table,
    rows: Uint32Array.from(rows.customer).sort(),
    columns: [...ofOrders, ...table.columns],
    find: (name) => found.get(name) ?? table.find(name),
  };
};

/**
 * The customers as a model sees them: as they are, and where it was learned from orders with what
 * their orders said on the morning its scores look from. Rows are those who are scored.
 * Refuses: no-data, no-orders, not-found, cancelled.
 */
export const readModelTable = async (
  db: Database,
  { fromOrders }: Pick<ModelVersion, 'fromOrders'>,
  turns: Turns,
): Promise<Result<CustomerTable>> => {
  if (fromOrders === undefined) return accept(await readTable(db));
  const book = await openOrderBook(db, fromOrders.target, turns);
  if (!book.ok) return book;
  const table = await tableOfBook(book.value, fromOrders, turns);
  return table === undefined ? refuse('cancelled') : accept(table);
};
