import { blindIndex } from '#sealing/v1/envelope.ts';
import type { Database, SealedRow } from './database.ts';
import type { ExternalTable, MatchedTable, Records, RecordTable } from './record-tables.ts';
import { externalPurpose, matchPurpose, openRecord } from './sealed-record.ts';

const openAll = <T extends RecordTable>(db: Database, table: T, rows: readonly SealedRow[]) =>
  Promise.all(rows.map((row) => openRecord(db.keys, table, row)));

/** The record with an id, or undefined. */
export const findRecord = async <T extends RecordTable>(
  db: Database,
  table: T,
  id: string,
): Promise<Records[T] | undefined> => {
  const row = await db.dexie[table].get(id);
  return row === undefined ? undefined : openRecord(db.keys, table, row);
};

/** The records with these ids, in that order; the missing ones are left out. */
export const findRecords = async <T extends RecordTable>(
  db: Database,
  table: T,
  ids: readonly string[],
): Promise<Records[T][]> => {
  const rows = await db.dexie[table].bulkGet([...ids]);
  return openAll(
    db,
    table,
    rows.filter((row) => row !== undefined),
  );
};

type IndexKey = string | number | readonly (string | number)[];

export type ListOptions = {
  /** An index of the table (see migrations); without one the primary key orders. */
  readonly index?: string;
  readonly equals?: string | number;
  /** With `index`: any of these values. */
  readonly anyOf?: readonly (string | number)[];
  /** With `index`: from the first to the last, both included; arrays for a compound index. */
  readonly between?: readonly [IndexKey, IndexKey];
  readonly limit?: number;
  readonly reverse?: boolean;
};

/** Records by an index, opened. Ask for pages: every row is decrypted. */
export const listRecords = async <T extends RecordTable>(
  db: Database,
  table: T,
  { index, equals, anyOf, between, limit, reverse }: ListOptions = {},
): Promise<Records[T][]> => {
  const store = db.dexie[table];
  const where = () => {
    if (index === undefined) return store.toCollection();
    if (between !== undefined)
      return store.where(index).between(between[0], between[1], true, true);
    if (anyOf !== undefined) return store.where(index).anyOf([...anyOf]);
    return equals === undefined ? store.orderBy(index) : store.where(index).equals(equals);
  };
  let rows = where();
  if (reverse) rows = rows.reverse();
  if (limit !== undefined) rows = rows.limit(limit);
  return openAll(db, table, await rows.toArray());
};

/** A record an external id stands for. */
export type KnownRecord = { readonly id: string; readonly ord?: number };

const knownOf = ({ id, ord }: SealedRow): KnownRecord => (ord === undefined ? { id } : { id, ord });

/** The customer a row in the trash was merged into, if it is still there: that is the one meant. */
const findSurvivor = async (db: Database, row: SealedRow): Promise<SealedRow | undefined> => {
  const { mergedInto } = await openRecord(db.keys, 'customers', row);
  return mergedInto === undefined ? undefined : db.dexie.customers.get(mergedInto);
};

/**
 * Which of these external ids are known, and the record behind each. One in use comes before one in
 * the trash; a customer that was merged is the one it was merged into.
 */
export const findByExternalIds = async (
  db: Database,
  table: ExternalTable,
  externalIds: readonly string[],
): Promise<Map<string, KnownRecord>> => {
  const unique = [...new Set(externalIds)];
  const purpose = externalPurpose(table);
  const keys = await Promise.all(unique.map((text) => blindIndex(db.keys, purpose, text)));
  const textOf = new Map(keys.map((key, at) => [key, unique[at] ?? '']));
  const found = new Map<string, KnownRecord>();
  const deleted: SealedRow[] = [];
  for (let at = 0; at < keys.length; at += 500) {
    const part = keys.slice(at, at + 500);
    for (const row of await db.dexie[table].where('externalKey').anyOf(part).toArray()) {
      if (row.deletedAt === undefined)
        found.set(textOf.get(row.externalKey ?? '') ?? '', knownOf(row));
      else deleted.push(row);
    }
  }
  for (const row of deleted) {
    const text = textOf.get(row.externalKey ?? '') ?? '';
    if (found.has(text)) continue;
    const survivor = table === 'customers' ? await findSurvivor(db, row) : undefined;
    found.set(text, knownOf(survivor ?? row));
  }
  return found;
};

/**
 * Records in use that share one of these texts (core/match-texts), by text. Candidates: a phone is
 * matched by its last digits only, so compare what is opened.
 */
export const findByMatchTexts = async (
  db: Database,
  table: MatchedTable,
  texts: readonly string[],
): Promise<Map<string, string[]>> => {
  const unique = [...new Set(texts)];
  const purpose = matchPurpose(table);
  const keys = await Promise.all(unique.map((text) => blindIndex(db.keys, purpose, text)));
  const textOf = new Map(keys.map((key, at) => [key, unique[at] ?? '']));
  const found = new Map<string, string[]>();
  for (let at = 0; at < keys.length; at += 500) {
    const part = keys.slice(at, at + 500);
    const rows = await db.dexie[table].where('matchKeys').anyOf(part).distinct().toArray();
    for (const { id, matchKeys = [] } of rows)
      for (const key of matchKeys) {
        const text = textOf.get(key);
        if (text !== undefined) found.set(text, [...(found.get(text) ?? []), id]);
      }
  }
  return found;
};

/** Whether a table holds any record: counting 100,000 takes longer than a start should. */
export const hasRecords = async (db: Database, table: RecordTable): Promise<boolean> =>
  (await db.dexie[table].limit(1).primaryKeys()).length > 0;

/** How many records a table holds, those in the trash included. */
export const countRecords = (db: Database, table: RecordTable): Promise<number> =>
  db.dexie[table].count();
