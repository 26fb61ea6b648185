import type { SegmentContract } from '#contracts/segment.ts';
import { computeRfm, type Rfm } from '#core/customers/rfm.ts';
import type { OrderSummary } from '#core/customers/summarise-orders.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { triedCounts } from '#core/segments/choose-count.ts';
import { columnsOfOrders, type OrderBook } from '#core/segments/columns-of-orders.ts';
import { countDifferentRows } from '#core/segments/lloyd.ts';
import { looksLikeIdentifier } from '#core/segments/looks-like-identifier.ts';
import { buyingClip } from '#core/segments/place-rows.ts';
import {
  type Matrix,
  type RawColumn,
  type ScaledColumn,
  scaleColumns,
} from '#core/segments/scale-columns.ts';
import type { Database } from '#db/database.ts';
import { listNumericFields } from './describe-choices.ts';
import {
  type CustomerPlaces,
  readCustomerPlaces,
  readNumericFields,
  readOrderBook,
} from './read-customers.ts';

type Input = SegmentContract['run']['input'];

/**
 * The columns asked for (a protected one, too: the person named it); without any, all numeric ones
 * that may be learnt from and do not just number the rows.
 */
const fieldColumns = async (
  db: Database,
  input: Input,
  places: CustomerPlaces,
): Promise<Result<readonly RawColumn[]>> => {
  const known = await listNumericFields(db);
  const missing = input.columns.filter((name) => !known.some(({ key }) => key === name));
  if (missing.length > 0) return refuse('no-numeric-columns', { columns: missing.join(', ') });
  const learnable = known.filter((field) => field.learnable).map(({ key }) => key);
  const names = input.columns.length > 0 ? input.columns : learnable;
  const columns = await readNumericFields(db, places.ords, names, input.log);
  const chosen =
    input.columns.length > 0 ? columns : columns.filter((column) => !looksLikeIdentifier(column));
  return chosen.length === 0 ? refuse('no-numeric-columns') : accept(chosen);
};

export type Reading = {
  readonly places: CustomerPlaces;
  readonly raw: readonly RawColumn[];
  readonly matrix: Matrix;
  readonly columns: readonly ScaledColumn[];
  readonly summary: OrderSummary | undefined;
  /**
   * Place in `places.ords` of each row of the matrix: not all, where those who have not ordered are
   * set apart.
   */
  readonly rows: Uint32Array;
  /** Of the rows, when the RFM grid is asked for. */
  readonly rfm: Rfm | undefined;
  /** Different rows, counted no further than the most segments that may be asked for here. */
  readonly different: number;
};

/** The fewest different customers an answer needs, and how many are worth counting. */
const neededFor = (k: Input['k']): { least: number; most: number } => {
  if (k === 'grid') return { least: 1, most: 1 };
  return k === 'auto'
    ? { least: triedCounts[0], most: Math.max(...triedCounts) }
    : { least: k, most: k };
};

/** Who is clustered: by orders only those who have ordered (a grid has a cell for the others). */
const clusteredRows = (
  { source, k }: Input,
  { ords }: CustomerPlaces,
  book: OrderBook | undefined,
): Uint32Array => {
  const all = Uint32Array.from(ords.keys());
  if (source === 'columns' || k === 'grid' || book === undefined) return all;
  return all.filter((row) => (book.summary.orders[ords[row] ?? 0] ?? 0) > 0);
};

/** Reads and scales what is to be clustered, or says in one code why it cannot be. */
export const readInput = async (db: Database, input: Input): Promise<Result<Reading>> => {
  const places = await readCustomerPlaces(db);
  const { least, most } = neededFor(input.k);
  const book = await readOrderBook(db, places);
  const rows = clusteredRows(input, places, book);
  const facts = { customers: rows.length, k: least };
  if (places.ords.length < least) return refuse('too-few-customers', facts);
  if (input.source !== 'columns' && book === undefined) return refuse('no-orders');
  if (rows.length < least) return refuse('too-few-customers', facts);
  const ords = rows.map((row) => places.ords[row] ?? 0);
  const raw =
    input.source === 'columns' || book === undefined
      ? await fieldColumns(db, input, places)
      : accept(columnsOfOrders(input.source, book, ords));
  if (!raw.ok) return raw;
  const clip = input.source === 'columns' ? Number.POSITIVE_INFINITY : buyingClip;
  const { matrix, columns } = scaleColumns(raw.value, input.scale, clip);
  if (columns.every(({ constant }) => constant))
    return refuse('columns-constant', { columns: columns.map(({ name }) => name).join(', ') });
  const different = countDifferentRows(matrix, most);
  if (different < least) return refuse('too-few-customers', { ...facts, different });
  const isGrid = input.source !== 'columns' && input.k === 'grid';
  const rfm = isGrid && book !== undefined ? computeRfm(book.summary, ords) : undefined;
  const summary = book?.summary;
  return accept({ places, rows, raw: raw.value, matrix, columns, summary, rfm, different });
};
