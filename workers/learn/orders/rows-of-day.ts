import { isAskedOf, ownHorizonOf } from '#core/predictions/from-orders/order-target.ts';
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
 * These grow with the age of the book, and how much is written down of activities changes, too. Half a
 * year apart the same customer looks another one by them: on the demo "lost" without them is .05 off
 * what happens (ECE), with them .15, at the same AUC.
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
  return target.kind === 'buys' || !(growing.has(name) || name.startsWith(activityPrefix));
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
  const bare = makeSnapshotTable(orders, customers, [day], shortest, activities);
  if (await turns.take()) return undefined;
  // The rhythm is that of everybody who has ever ordered, whoever of them is asked.
  const table = await addRhythm(bare, (past) => ownHorizonOf(target, past), turns);
  if (table === undefined) return undefined;
  const asked = table.pasts.flatMap((past, row) => (isAskedOf(target, past) ? row : []));
  const rows = { customer: pick(table.customer, asked), asOf: pick(table.asOf, asked) };
  const known = table.columns
    .filter((column) => isKnown(book, column))
    .map((column) => ({ ...column, values: asked.map((row) => column.values[row] ?? null) }));
  const ofProduct = isMeant === undefined ? [] : productColumns(orders, rows, isMeant);
  return { day, customer: rows.customer, columns: [...known, ...ofProduct].map(toColumn) };
};

const pick = (values: Int32Array, rows: readonly number[]): Int32Array =>
  Int32Array.from(rows, (row) => values[row] ?? 0);
