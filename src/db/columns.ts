import type { CustomValue } from '#core/record.ts';
import { openJson, sealJson } from '#sealing/v1/envelope.ts';
import type { VaultKeys } from '#sealing/v1/vault.ts';
import type { Database, SealedColumns } from './database.ts';
import type { Projection } from './projections.ts';
import { bodySchema } from './record-tables.ts';

/** Rows per chunk. */
export const chunkRows = 1000;

/** Up to 1,000 rows of a set of columns. Row i belongs to the record with ord `first + i`. */
export type ColumnChunk = {
  readonly set: string;
  readonly first: number;
  /** null: no record at this place, or one in the trash. */
  readonly ids: readonly (string | null)[];
  readonly columns: Readonly<Record<string, readonly CustomValue[]>>;
};

/** A chunk to be written whole, or a set to be dropped. */
export type ColumnWrite = ColumnChunk | { readonly set: string; readonly drop: true };

type OpenChunk = {
  readonly set: string;
  readonly first: number;
  readonly ids: (string | null)[];
  readonly columns: Record<string, CustomValue[]>;
};

export const chunkId = (set: string, first: number): string => `${set}:${first / chunkRows}`;

/** The first place of the chunk that holds a place. */
export const firstOf = (ord: number): number => ord - (ord % chunkRows);

/** Seals a chunk into its row. */
export const sealChunk = async (
  keys: VaultKeys,
  chunk: ColumnChunk,
  rev: number,
  importId?: string,
): Promise<Omit<SealedColumns, 'seq'>> => {
  const id = chunkId(chunk.set, chunk.first);
  const body = { ids: chunk.ids, columns: chunk.columns };
  const envelope = await sealJson(keys, { table: 'columns', id, rev, schema: bodySchema }, body);
  const { set, first } = chunk;
  return {
    id,
    set,
    first,
    rev,
    schema: bodySchema,
    ...envelope,
    ...(importId === undefined ? {} : { importId }),
  };
};

/** Opens a chunk's row. */
export const openChunk = async (keys: VaultKeys, row: SealedColumns): Promise<ColumnChunk> => {
  const binding = { table: 'columns', id: row.id, rev: row.rev, schema: row.schema };
  const body = (await openJson(keys, binding, row)) as Pick<ColumnChunk, 'ids' | 'columns'>;
  return { set: row.set, first: row.first, ...body };
};

/**
 * All chunks of a set by place; with `sinceSeq` only those written after that sequence.
 * Sets: customers.directory, customers.fields, orders.head,
 * activities.head, scores.<modelId>, segments.<runId>.
 */
export const readColumns = async (
  db: Database,
  set: string,
  { sinceSeq }: { readonly sinceSeq?: number } = {},
): Promise<ColumnChunk[]> => {
  const rows =
    sinceSeq === undefined
      ? await db.dexie.columns.where('set').equals(set).toArray()
      : await db.dexie.columns
          .where('[set+seq]')
          .between([set, sinceSeq], [set, Number.MAX_SAFE_INTEGER], false, true)
          .toArray();
  rows.sort((a, b) => a.first - b.first);
  return Promise.all(rows.map((row) => openChunk(db.keys, row)));
};

/** The nth chunk of a set, for the first paint of a list. */
export const readColumnChunk = async (
  db: Database,
  set: string,
  n: number,
): Promise<ColumnChunk | undefined> => {
  const row = await db.dexie.columns.get(`${set}:${n}`);
  return row === undefined ? undefined : openChunk(db.keys, row);
};

/** Without a prototype: a field may be called `constructor`. */
const noColumns = (): Record<string, CustomValue[]> => Object.create(null);

const emptyChunk = (set: string, first: number): OpenChunk => ({
  set,
  first,
  ids: [],
  columns: noColumns(),
});

const thaw = ({ set, first, ids, columns }: ColumnChunk): OpenChunk => ({
  set,
  first,
  ids: [...ids],
  columns: Object.assign(
    noColumns(),
    Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, [...cells]])),
  ),
});

const pad = <T>(cells: (T | null)[], length: number) => {
  while (cells.length < length) cells.push(null);
};

const place = (chunk: OpenChunk, { ord, id, values }: Projection) => {
  const at = ord - chunk.first;
  pad(chunk.ids, at + 1);
  chunk.ids[at] = id;
  for (const name of Object.keys(values)) chunk.columns[name] ??= [];
  for (const [name, cells] of Object.entries(chunk.columns)) {
    pad(cells, at + 1);
    cells[at] = values[name] ?? null;
  }
};

/** Lays projections into chunks, starting from the chunks that are there. All come out rectangular. */
export const placeProjections = (
  projections: readonly Projection[],
  known: ReadonlyMap<string, ColumnChunk>,
): ColumnChunk[] => {
  const chunks = new Map<string, OpenChunk>();
  for (const projection of projections) {
    const first = firstOf(projection.ord);
    const id = chunkId(projection.set, first);
    let chunk = chunks.get(id);
    if (chunk === undefined) {
      const before = known.get(id);
      chunk = before === undefined ? emptyChunk(projection.set, first) : thaw(before);
      chunks.set(id, chunk);
    }
    place(chunk, projection);
  }
  for (const chunk of chunks.values())
    for (const cells of Object.values(chunk.columns)) pad(cells, chunk.ids.length);
  return [...chunks.values()];
};
