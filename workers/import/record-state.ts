import type { ImportWay } from './import-way.ts';
import type { CustomerColumn } from './make-customer.ts';
import type { MadeRecord, RecordKind } from './make-record.ts';
import type { OpenFile } from './open-file.ts';

/** A row that waits for its batch. */
export type Waiting = { readonly row: readonly string[]; readonly index: number };

/** A record made of a row. */
export type Made = { readonly record: MadeRecord; readonly index: number };

/** What the import of one file of records goes by. */
export type RecordState = {
  readonly way: ImportWay;
  readonly file: OpenFile;
  readonly kind: RecordKind;
  readonly columns: readonly CustomerColumn[];
  readonly decimal: '.' | ',';
  /** Headers of links that led nowhere: their words are kept as fields. */
  readonly kept: Set<CustomerColumn>;
  readonly met: Map<string, string>;
  readonly drawn: Map<string, MadeRecord>;
  waiting: Waiting[];
};
