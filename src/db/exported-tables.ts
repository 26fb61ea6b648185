import { recordSchemas } from '#core/exports/record-schemas.ts';
import type { RecordTable } from './record-tables.ts';

// A table without a schema, or a schema without a table, does not compile.
recordSchemas satisfies Readonly<Record<RecordTable, unknown>>;

/** Tables a file of everything holds, in the order they are written. */
export const exportedTables: readonly RecordTable[] = Object.keys(
  recordSchemas,
) as (keyof typeof recordSchemas)[];
