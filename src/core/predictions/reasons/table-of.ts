import type { FindValues } from '#core/predictions/encode-rows.ts';
import type { CustomValue } from '#core/record.ts';
import type { SourceRow } from './plan-walks.ts';

/** Rows as a table any model of customers can score, and the places of all of them. */
export const tableOf = (
  names: readonly string[],
  rows: readonly SourceRow[],
): { readonly find: FindValues; readonly places: Uint32Array } => {
  const columns = new Map<string, CustomValue[]>(
    names.map((name, column) => [name, rows.map((row) => row[column] ?? null)]),
  );
  return {
    find: (name) => columns.get(name),
    places: Uint32Array.from({ length: rows.length }, (_, place) => place),
  };
};
