import { orderHeadsOf } from '#core/customers/order-heads.ts';
import { addOrders, emptySummary } from '#core/customers/summarise-orders.ts';
import type { OrderBook } from '#core/segments/columns-of-orders.ts';
import type { RawColumn } from '#core/segments/scale-columns.ts';
import { type ColumnChunk, chunkRows, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';

/** The places of all customers, and of those that may be segmented. */
export type CustomerPlaces = {
  /** One more than the highest place. */
  readonly end: number;
  /** Places of customers that get a label, ascending. */
  readonly ords: Uint32Array;
  readonly chunks: readonly ColumnChunk[];
  /** Customers that exist, those left out included. */
  readonly listed: number;
};

/** A made-up walk-in customer and one who refused profiling belong to no segment. */
const isSegmented = ({ columns }: ColumnChunk, row: number) =>
  columns.walkIn?.[row] !== true && columns.profiling?.[row] !== 'denied';

/** Opens the directory and finds who takes part. */
export const readCustomerPlaces = async (db: Database): Promise<CustomerPlaces> => {
  const chunks = await readColumns(db, 'customers.directory');
  const ords: number[] = [];
  let end = 0;
  let listed = 0;
  for (const chunk of chunks) {
    end = Math.max(end, chunk.first + chunk.ids.length);
    chunk.ids.forEach((id, row) => {
      if (id === null) return;
      listed += 1;
      if (isSegmented(chunk, row)) ords.push(chunk.first + row);
    });
  }
  return { end, ords: Uint32Array.from(ords), chunks, listed };
};

/** All orders; undefined when there is none at all. */
export const readOrderBook = async (
  db: Database,
  places: CustomerPlaces,
): Promise<OrderBook | undefined> => {
  const ordOf = new Map<string, number>();
  for (const chunk of places.chunks)
    chunk.ids.forEach((id, row) => {
      if (id !== null) ordOf.set(id, chunk.first + row);
    });
  const summary = emptySummary(places.end);
  const heads = (await readColumns(db, 'orders.head')).map((chunk) =>
    orderHeadsOf(chunk, (id) => ordOf.get(id) ?? -1),
  );
  for (const chunk of heads) addOrders(summary, chunk);
  return summary.orders.some((count) => count > 0) ? { summary, heads } : undefined;
};

/** Custom fields as numbers, one entry per place in `ords`; what is no number is NaN. */
export const readNumericFields = async (
  db: Database,
  ords: Uint32Array,
  names: readonly string[],
  log: readonly string[],
): Promise<readonly RawColumn[]> => {
  const chunkAt = new Map<number, ColumnChunk>();
  for (const chunk of await readColumns(db, 'customers.fields'))
    chunkAt.set(Math.floor(chunk.first / chunkRows), chunk);
  return names.map((name) => ({
    name,
    log: log.includes(name),
    values: Float64Array.from(ords, (ord) => {
      const chunk = chunkAt.get(Math.floor(ord / chunkRows));
      const value = chunk?.columns[name]?.[ord - chunk.first];
      return typeof value === 'number' ? value : Number.NaN;
    }),
  }));
};
