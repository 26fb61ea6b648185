import { Dexie, type Table } from 'dexie';
import type { DeviceSlot, VaultKeys } from '#sealing/v1/vault.ts';
import { headVersion, migrations } from './migrations/all-migrations.ts';
import type { RecordTable } from './record-tables.ts';

/** A record as it lies on disk: clear keys and a sealed body. */
export type SealedRow = {
  readonly id: string;
  readonly rev: number;
  readonly schema: number;
  readonly kid: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: ArrayBuffer;
  readonly importId?: string;
  readonly externalKey?: string;
  readonly deletedAt?: number;
  readonly dueAt?: number;
  readonly matchKeys?: readonly string[];
  readonly ord?: number;
  /** Deals: the stage, and the instant it came there (derived, no index). */
  readonly stage?: string;
  readonly stageSince?: number;
};

/** A sealed chunk of up to 1,000 values per column. `seq` is the sequence of its last write. */
export type SealedColumns = {
  readonly id: string;
  readonly set: string;
  readonly first: number;
  readonly seq: number;
  readonly rev: number;
  readonly schema: number;
  readonly kid: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: ArrayBuffer;
  readonly importId?: string;
};

/**
 * A line of the one log behind undo, history and "changes since backup". What the records were before
 * and after lies in a row of its own, so that the lines are read without touching it.
 */
export type LoggedChange = {
  readonly seq: number;
  readonly at: number;
  readonly label: string;
  /** 1: undo may take it back; 2: it might once, and a record it wrote has gone for good since. */
  readonly undoable: 0 | 1 | 2;
  /** The sequence of the change this one took back or made again. */
  readonly undoes?: number;
  readonly redoes?: number;
  readonly importId?: string;
  /** How many records it wrote, of those whose before and after are kept. */
  readonly count: number;
};

/** The records of a change before and after, sealed. A change that keeps none has no such row. */
export type SealedChange = {
  readonly seq: number;
  /** Ids of the records it wrote: the history of one record is found by them. */
  readonly recordIds: readonly string[];
  readonly kid: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: ArrayBuffer;
};

/** What somebody is writing at this moment, sealed: one row a form, overwritten with every keystroke. */
export type SealedDraft = {
  readonly id: string;
  readonly kid: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: ArrayBuffer;
};

export type MetaRow = { readonly key: string; readonly value: string | number };

export type RapportDexie = Dexie & {
  readonly meta: Table<MetaRow, string>;
  readonly keyring: Table<DeviceSlot, string>;
  readonly columns: Table<SealedColumns, string>;
  readonly changes: Table<LoggedChange, number>;
  readonly changeBodies: Table<SealedChange, number>;
  readonly drafts: Table<SealedDraft, string>;
} & { readonly [T in RecordTable]: Table<SealedRow, string> };

/** An open, unlocked database. */
export type Database = {
  readonly dexie: RapportDexie;
  readonly name: string;
  readonly keys: VaultKeys;
};

/** The handle on a database, closed until `open()`; a query never opens it by itself. */
export const makeDexie = (name: string): RapportDexie => {
  const dexie = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
  for (const { version, stores } of migrations) dexie.version(version).stores(stores);
  // Another tab is upgrading: let go, and do not come back by ourselves (trust.md, fact 3).
  dexie.on('versionchange', () => dexie.close({ disableAutoOpen: true }));
  return dexie as RapportDexie;
};

/** Whether what was opened is newer than this code (Dexie multiplies versions by ten). */
export const isNewer = (dexie: RapportDexie): boolean =>
  dexie.backendDB().version > headVersion * 10;
