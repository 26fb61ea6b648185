import { type Matched, matchTextsOf } from '#core/customers/match-texts.ts';
import type { Deal } from '#core/sales/deal.ts';
import { stageSince } from '#core/sales/deal-board.ts';
import { blindIndex, openJson, sealJson } from '#sealing/v1/envelope.ts';
import type { VaultKeys } from '#sealing/v1/vault.ts';
import type { SealedRow } from './database.ts';
import {
  type AnyRecord,
  bodySchema,
  clearKeys,
  externalTables,
  matchedTables,
  type Records,
  type RecordTable,
} from './record-tables.ts';

/** The purpose a blind index of a table's external ids is made for. */
export const externalPurpose = (table: RecordTable): string => `external|${table}`;

const hasExternalKey = (table: RecordTable): boolean =>
  (externalTables as readonly string[]).includes(table);

/** The purpose a blind index of what a table's records are matched by is made for. */
export const matchPurpose = (table: RecordTable): string => `match|${table}`;

const isMatched = (table: RecordTable): boolean =>
  (matchedTables as readonly string[]).includes(table);

/** Seals a record into the row that is written. `rev` must already be the one to be stored. */
export const sealRecord = async <T extends RecordTable>(
  keys: VaultKeys,
  table: T,
  record: Records[T],
): Promise<SealedRow> => {
  const binding = { table, id: record.id, rev: record.rev, schema: bodySchema };
  const envelope = await sealJson(keys, binding, record);
  const row: Record<string, unknown> = {
    id: record.id,
    rev: record.rev,
    schema: bodySchema,
    ...envelope,
  };
  if (record.importId !== undefined) row.importId = record.importId;
  for (const key of clearKeys[table]) {
    const value = record[key];
    if (value !== undefined) row[key] = value;
  }
  // Deals that ended long ago are counted without being opened (list-board-deals.ts).
  if (table === 'deals') row.stageSince = stageSince(record as Deal);
  if (record.externalId !== undefined && hasExternalKey(table))
    row.externalKey = await blindIndex(keys, externalPurpose(table), record.externalId);
  if (isMatched(table) && record.deletedAt === undefined)
    row.matchKeys = await Promise.all(
      matchTextsOf(record as Matched).map((text) => blindIndex(keys, matchPurpose(table), text)),
    );
  return row as unknown as SealedRow;
};

/** Opens a row. Rejects when it was changed on disk or moved from elsewhere. */
export const openRecord = async <T extends RecordTable>(
  keys: VaultKeys,
  table: T,
  row: SealedRow,
): Promise<Records[T]> => {
  const binding = { table, id: row.id, rev: row.rev, schema: row.schema };
  return (await openJson(keys, binding, row)) as AnyRecord as Records[T];
};
