import type { CustomValue } from '#core/record.ts';
import type { OrderKind, OrderStatus } from './order.ts';

/** What a list of orders is sorted and narrowed by; one chunk's orders, those in the trash left out. */
export type OrderChunk = {
  readonly ids: readonly string[];
  /** Days since 1970. */
  readonly days: Int32Array;
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
};

/** Reads a chunk of the set `orders.head`. Orders of older chunks have no status: they are done. */
export const orderChunkOf = (chunk: {
  readonly ids: readonly (string | null)[];
  readonly columns: Readonly<Record<string, readonly CustomValue[]>>;
}): OrderChunk => {
  const { day = [], kind = [], status = [] } = chunk.columns;
  const rows = chunk.ids.flatMap((id, row) => (id === null ? [] : row));
  return {
    ids: rows.map((row) => String(chunk.ids[row])),
    days: Int32Array.from(rows, (row) => Number(day[row] ?? 0)),
    kinds: rows.map((row) => String(kind[row] ?? 'order')),
    statuses: rows.map((row) => String(status[row] ?? 'done')),
  };
};

export type OrderFilter = {
  readonly kind?: OrderKind | undefined;
  readonly status?: OrderStatus | undefined;
};

/** Ids of the orders that pass, of the newest day first, within a day the last entered first. */
export const listOrders = (
  chunks: Iterable<OrderChunk>,
  { kind, status }: OrderFilter,
): string[] => {
  const ids: string[] = [];
  const days: number[] = [];
  for (const chunk of chunks)
    for (let row = 0; row < chunk.ids.length; row += 1) {
      if (kind !== undefined && chunk.kinds[row] !== kind) continue;
      if (status !== undefined && chunk.statuses[row] !== status) continue;
      ids.push(chunk.ids[row] as string);
      days.push(chunk.days[row] as number);
    }
  const order = Uint32Array.from(ids, (_, at) => at);
  order.sort((a, b) => (days[b] as number) - (days[a] as number) || b - a);
  return Array.from(order, (at) => ids[at] as string);
};
