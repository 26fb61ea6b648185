import type { CustomValue } from '#core/record.ts';
import { isSold } from '#core/sales/order.ts';
import { noDay, type OrderHeads, orderKindCodes } from './summarise-orders.ts';

/** What this needs of a chunk of the set `orders.head`. */
type Chunk = {
  readonly ids: readonly (string | null)[];
  readonly columns: Readonly<Record<string, readonly CustomValue[]>>;
};

const kindOf = (value: CustomValue | undefined) =>
  (typeof value === 'string' ? orderKindCodes[value as keyof typeof orderKindCodes] : undefined) ??
  orderKindCodes.quote;

/**
 * Reads a chunk of order heads into typed columns. `customerOf` gives the index of a customer's id,
 * −1 for an unknown one. Empty places, orders in the trash, drafts and cancelled ones are left out;
 * `row` says where in the chunk each of the others stands.
 */
export const orderHeadsOf = (
  chunk: Chunk,
  customerOf: (id: string) => number,
): OrderHeads & { readonly row: readonly number[] } => {
  const { customerId = [], day = [], kind = [], totalMinor = [], status = [] } = chunk.columns;
  const present: number[] = [];
  chunk.ids.forEach((id, row) => {
    if (id !== null && isSold(status[row])) present.push(row);
  });
  return {
    row: present,
    customer: Int32Array.from(present, (row) => customerOf(String(customerId[row] ?? ''))),
    day: Int32Array.from(present, (row) => Number(day[row] ?? noDay)),
    kind: Uint8Array.from(present, (row) => kindOf(kind[row])),
    totalMinor: Float64Array.from(present, (row) => Number(totalMinor[row] ?? 0)),
  };
};
