import type { VaultKeys } from '#sealing/v1/vault.ts';
import type { SealedRow } from './database.ts';
import type { AnyRecord, Records, RecordTable } from './record-tables.ts';
import { openRecord } from './sealed-record.ts';

export type KeptOpen = {
  /** The record of a row; one that was opened in this round or the one before is not opened again. */
  readonly open: <T extends RecordTable>(table: T, row: SealedRow) => Promise<Records[T]>;
  /** Those of a list, by a name of its own; the same array as before while all of it is the same. */
  readonly openList: <T extends RecordTable>(
    table: T,
    name: string,
    rows: readonly SealedRow[],
  ) => Promise<readonly Records[T][]>;
  /** The round is over: what it did not ask for is let go. */
  readonly settle: () => void;
};

/** A sealing has a nonce of its own, so that the nonce says whether a row is the one opened before. */
const sealingOf = (table: RecordTable, row: SealedRow): string => `${table}|${row.iv.join()}`;

/** Opens rows that are read again and again, of which few changed. */
export const keepOpened = (keys: VaultKeys): KeptOpen => {
  let before = new Map<string, Promise<AnyRecord>>();
  let now = new Map<string, Promise<AnyRecord>>();
  const lists = new Map<string, readonly AnyRecord[]>();
  const open = <T extends RecordTable>(table: T, row: SealedRow): Promise<Records[T]> => {
    const sealing = sealingOf(table, row);
    const record = now.get(sealing) ?? before.get(sealing) ?? openRecord(keys, table, row);
    now.set(sealing, record);
    return record as Promise<Records[T]>;
  };
  return {
    open,
    openList: async (table, name, rows) => {
      const records = await Promise.all(rows.map((row) => open(table, row)));
      const key = `${table}|${name}`;
      const known = lists.get(key) as typeof records | undefined;
      const isSame =
        known?.length === records.length && records.every((record, at) => record === known[at]);
      if (isSame && known !== undefined) return known;
      lists.set(key, records);
      return records;
    },
    settle: () => {
      before = now;
      now = new Map();
    },
  };
};
