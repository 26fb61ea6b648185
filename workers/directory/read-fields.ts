import { type CustomColumn, emptyColumn, growColumn } from '#core/customers/custom-column.ts';
import { type DirectoryTable, placeCustom } from '#core/customers/directory-table.ts';
import { type ColumnChunk, chunkRows, readColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { listChunkPlaces } from '#db/list-chunk-places.ts';

const fieldSet = 'customers.fields';

/** Chunks opened in one go: other questions are answered in between. */
const together = 4;

/** Custom fields as far as they are read: all of them, for opening a chunk costs more than keeping it. */
export type FieldReader = {
  /** Sequence the fields are up to; −1 before the first reading. */
  seq: number;
  reading: Promise<void> | undefined;
};

/** What of the directory this reads into. */
type Target = {
  readonly table: DirectoryTable;
  readonly fields: FieldReader;
  readonly seq: number;
};

const takeChunk = (
  columns: Map<string, CustomColumn>,
  { first, ids, columns: found }: ColumnChunk,
  length: number,
) => {
  for (const key of Object.keys(found))
    if (!columns.has(key)) columns.set(key, emptyColumn(length));
  for (const [key, column] of columns) placeCustom(column, first, found[key], ids.length);
};

const readAll = async (db: Database, { table, fields, seq }: Target) => {
  const columns = new Map<string, CustomColumn>();
  const { length } = table.ids;
  const places = [...(await listChunkPlaces(db, fieldSet))].sort((a, b) => a - b);
  for (let at = 0; at < places.length; at += together) {
    const part = places.slice(at, at + together);
    const chunks = await Promise.all(
      part.map((first) => readColumnChunk(db, fieldSet, first / chunkRows)),
    );
    for (const chunk of chunks) if (chunk !== undefined) takeChunk(columns, chunk, length);
  }
  // Customers may have come meanwhile: their chunks are read as changes.
  for (const [key, column] of columns) {
    growColumn(column, table.ids.length);
    table.custom.set(key, column);
  }
  fields.seq = seq;
};

/** Opens all custom fields beside the answers; those who ask meanwhile wait for the same reading. */
export const readFields = (db: Database, target: Target): Promise<void> => {
  const { fields } = target;
  if (fields.seq >= 0) return Promise.resolve();
  fields.reading ??= readAll(db, target).finally(() => {
    fields.reading = undefined;
  });
  return fields.reading;
};

/**
 * Custom fields brought up to the directory, before somebody filters or sorts by these. One that no
 * customer has a value of is an empty column. Calls must not overlap.
 */
export const loadCustomFields = async (
  db: Database,
  target: Target,
  keys: readonly string[],
): Promise<void> => {
  if (keys.length === 0) return;
  const { table, fields } = target;
  const { custom, ids } = table;
  await readFields(db, target);
  if (fields.seq < target.seq) {
    const { seq } = target;
    const changed = await readColumns(db, fieldSet, { sinceSeq: fields.seq });
    for (const chunk of changed) takeChunk(custom, chunk, ids.length);
    fields.seq = seq;
  }
  for (const key of keys) if (!custom.has(key)) custom.set(key, emptyColumn(ids.length));
};
