import { type ColumnChunk, chunkRows, readColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { listChunkPlaces } from '#db/list-chunk-places.ts';

/** Heads of records that belong to customers (orders, activities), chunk by chunk. */
export type Heads<T> = {
  readonly set: string;
  /** By the first place of the chunk. */
  readonly chunks: Map<number, T>;
  /** First places of chunks that name a customer not seen yet. */
  readonly incomplete: Set<number>;
};

export const emptyHeads = <T>(set: string): Heads<T> => ({
  set,
  chunks: new Map(),
  incomplete: new Set(),
});

/**
 * Brings heads up to the database. An order may be written before its customer: such a chunk is read
 * again once more customers are known.
 */
export const refreshHeads = async <T extends { readonly customer: Int32Array }>(
  db: Database,
  heads: Heads<T>,
  since: { readonly sinceSeq?: number },
  isMoreKnown: boolean,
  read: (chunk: ColumnChunk) => T,
): Promise<void> => {
  const take = (chunk: ColumnChunk) => {
    const opened = read(chunk);
    heads.chunks.set(chunk.first, opened);
    if (opened.customer.includes(-1)) heads.incomplete.add(chunk.first);
    else heads.incomplete.delete(chunk.first);
  };
  const waiting = isMoreKnown ? [...heads.incomplete] : [];
  for (const chunk of await readColumns(db, heads.set, since)) take(chunk);
  for (const first of waiting) {
    const chunk = await readColumnChunk(db, heads.set, first / chunkRows);
    if (chunk !== undefined) take(chunk);
  }
  const present = await listChunkPlaces(db, heads.set);
  for (const first of heads.chunks.keys())
    if (!present.has(first)) {
      heads.chunks.delete(first);
      heads.incomplete.delete(first);
    }
};
