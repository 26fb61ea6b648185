import { type DirectoryTable, emptyDirectory } from '#core/customers/directory-table.ts';
import {
  emptySummary,
  type OrderHeads,
  type OrderSummary,
} from '#core/customers/summarise-orders.ts';

/** What the directory worker holds in memory: everything a list can show, sort or filter by. */
export type Directory = {
  /** The database it was read from. */
  readonly installId: string;
  readonly table: DirectoryTable;
  /** Place of a customer by id. */
  readonly ordOf: Map<string, number>;
  /** Order heads per chunk, by its first place. */
  readonly orders: Map<number, OrderHeads>;
  /** First places of order chunks that name a customer not seen yet. */
  readonly incomplete: Set<number>;
  summary: OrderSummary;
  /** Sequence of the database this is up to; −1 before the first reading. */
  seq: number;
  /** Sets whose values are in the table now. */
  model: string | undefined;
  segmentRun: string | undefined;
  /** Sort keys by column, and the sorted places by "column/direction", until something changes. */
  readonly keys: Map<string, Float64Array>;
  readonly sorted: Map<string, Uint32Array>;
};

/** A directory that has read nothing yet. */
export const openDirectory = (installId: string): Directory => ({
  installId,
  table: emptyDirectory(),
  ordOf: new Map(),
  orders: new Map(),
  incomplete: new Set(),
  summary: emptySummary(0),
  seq: -1,
  model: undefined,
  segmentRun: undefined,
  keys: new Map(),
  sorted: new Map(),
});
