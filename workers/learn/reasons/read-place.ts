import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chunkRows, readColumnChunk } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { takesPart } from '#workers/learn/read-table.ts';
import type { Explainer } from './open-explainer.ts';

/**
 * The values of the customer at a place, in the order of the model's columns, as they are now.
 * Refuses: not-scored (none there, or one who is left out).
 */
export const readPlace = async (
  db: Database,
  place: number,
  { names, own }: Pick<Explainer, 'names' | 'own'>,
): Promise<Result<SourceRow>> => {
  const chunk = Math.floor(place / chunkRows);
  const row = place % chunkRows;
  const directory = await readColumnChunk(db, 'customers.directory', chunk);
  const fields = await readColumnChunk(db, 'customers.fields', chunk);
  if (directory === undefined || (directory.ids[row] ?? null) === null) return refuse('not-scored');
  if (!takesPart(directory, row)) return refuse('not-scored');
  const read = (name: string): CustomValue =>
    (own.has(name) ? directory : fields)?.columns[name]?.[row] ?? null;
  return accept(names.map(read));
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
