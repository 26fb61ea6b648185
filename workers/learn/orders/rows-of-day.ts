import { horizonOf, isAskedOf } from '#core/predictions/from-orders/order-target.ts';
import { productColumns } from '#core/predictions/from-orders/product-columns.ts';
import {
  makeSnapshotTable,
  type SnapshotColumn,
} from '#core/predictions/from-orders/snapshot-table.ts';
import { activityPrefix, orderPrefix } from '#core/predictions/from-orders/told-value.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import { addRhythm } from '#workers/learn/repurchase/add-rhythm.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { OrderBook } from './order-book.ts';

/** Customers on one morning and what was known of them: nothing of that day or later. */
export type DayRows = {
  readonly day: number;
  /** Places, one a row. */
  readonly customer: Int32Array;
  readonly columns: readonly SourceColumn[];
};

const nameOf = (name: string): string =>
  name.startsWith(activityPrefix) ? name : `${orderPrefix}${name}`;

/** Counts and sums are read as logarithms, as models of straight lines want them. */
const toColumn = ({ name, log, values }: SnapshotColumn): SourceColumn => ({
  name: nameOf(name),
  type: 'number',
  learnable: true,
  values: values.map((value) => (value !== null && log ? Math.log1p(value) : value)),
});

/** Known only where lines were read; discounts are not. */
const ofLines = new Set(['products']);
const notRead = new Set(['discountShare']);
/**
 * These grow with the age of the book. Half a year apart the same customer looks another one by them:
 * without them "lost" is said as often as it happens (ECE .15 before, .07 after; AUC the same).
 */
const growing = new Set([
  'daysSinceFirstOrder',
  'orders',
  'orderDays',
  'totalMinor',
  'largestOrderMinor',
  'returns',
  'products',
]);

const isKnown = ({ target, isMeant }: OrderBook, { name }: SnapshotColumn): boolean => {
  if (notRead.has(name) || (ofLines.has(name) && isMeant === undefined)) return false;
  return target.kind === 'buys' || !growing.has(name);
};

/**
 * One row for each of these customers who is asked on that morning. `shortest`: the earliest morning
 * compared, so that no column means something else there. Undefined when cancelled.
 */
export const rowsOfDay = async (
  book: OrderBook,
  customers: Uint32Array,
  { day, shortest }: { readonly day: number; readonly shortest: number },
  turns: Turns,
): Promise<DayRows | undefined> => {
  const { target, histories, isMeant } = book;
  const { orders, activities } = histories;
  const bare = makeSnapshotTable(orders, customers, [day], shortest, activities, (past) =>
    isAskedOf(target, past),
  );
  if (await turns.take()) return undefined;
  const table = await addRhythm(bare, horizonOf(target), turns);
  if (table === undefined) return undefined;
  const known = table.columns.filter((column) => isKnown(book, column));
  const ofProduct = isMeant === undefined ? [] : productColumns(orders, table, isMeant);
  return { day, customer: table.customer, columns: [...known, ...ofProduct].map(toColumn) };
};
