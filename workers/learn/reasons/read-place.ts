import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chunkRows, readColumnChunk } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { takesPart } from '#workers/learn/read-table.ts';
import type { Explainer } from './open-explainer.ts';

type Columns = Pick<Explainer, 'names' | 'own'>;

/** Reads rows of one chunk, in the order of the model's columns; null where nobody is or who is left out. */
const openChunk = async (db: Database, chunk: number, { names, own }: Columns) => {
  const directory = await readColumnChunk(db, 'customers.directory', chunk);
  const fields = await readColumnChunk(db, 'customers.fields', chunk);
  return (row: number): SourceRow | null => {
    if (directory === undefined || (directory.ids[row] ?? null) === null) return null;
    if (!takesPart(directory, row)) return null;
    const read = (name: string): CustomValue =>
      (own.has(name) ? directory : fields)?.columns[name]?.[row] ?? null;
    return names.map(read);
  };
};

/**
 * The values of the customers at these places, as they are now; each chunk is opened once.
 * Refuses: not-scored (none there, or one who is left out).
 */
export const readPlaces = async (
  db: Database,
  places: readonly number[],
  columns: Columns,
): Promise<Result<readonly { readonly ord: number; readonly row: SourceRow }[]>> => {
  const rows = new Map<number, SourceRow>();
  const chunkOf = (place: number): number => Math.floor(place / chunkRows);
  for (const chunk of new Set(places.map(chunkOf))) {
    const read = await openChunk(db, chunk, columns);
    for (const place of places) {
      if (chunkOf(place) !== chunk) continue;
      const row = read(place % chunkRows);
      if (row === null) return refuse('not-scored');
      rows.set(place, row);
    }
  }
  return accept(places.map((ord) => ({ ord, row: rows.get(ord) ?? [] })));
};

/**
 * The values of the customer at a place, in the order of the model's columns, as they are now.
 * Refuses: not-scored (none there, or one who is left out).
 */
export const readPlace = async (
  db: Database,
  place: number,
  columns: Columns,
): Promise<Result<SourceRow>> => {
  const read = await openChunk(db, Math.floor(place / chunkRows), columns);
  const row = read(place % chunkRows);
  return row === null ? refuse('not-scored') : accept(row);
};

/**
 * The place of a customer the model has scored.
 * Refuses: not-found, not-scored.
 */
export const findScored = async (
  db: Database,
  modelId: string,
  customerId: string,
): Promise<Result<number>> => {
  const customer = await findRecord(db, 'customers', customerId);
  if (customer === undefined || customer.deletedAt !== undefined) return refuse('not-found');
  const { ord } = customer;
  if (ord === undefined) return refuse('not-scored');
  const scores = await readColumnChunk(db, `scores.${modelId}`, Math.floor(ord / chunkRows));
  const score = scores?.columns.probability?.[ord % chunkRows] ?? null;
  return score === null ? refuse('not-scored') : accept(ord);
};
