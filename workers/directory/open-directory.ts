import { type DirectoryTable, emptyDirectory } from '#core/customers/directory-table.ts';
import type { Readings } from '#core/customers/match-pinyin.ts';
import type { DeepTexts } from '#core/customers/search-directory.ts';
import type { ActivityHeads } from '#core/customers/summarise-activities.ts';
import {
  emptySummary,
  type OrderHeads,
  type OrderSummary,
} from '#core/customers/summarise-orders.ts';
import { emptyTexts } from '#core/customers/text-blocks.ts';
import { type DeepReader, emptyDeepReader } from './read-deep-texts.ts';
import type { FieldReader } from './read-fields.ts';
import { emptyHeads, type Heads } from './refresh-heads.ts';

/** What the directory worker holds in memory: everything a list can show, sort or filter by. */
export type Directory = {
  /** The database it was read from. */
  readonly installId: string;
  readonly table: DirectoryTable;
  /** Place of a customer by id. */
  readonly ordOf: Map<string, number>;
  /** Custom fields are read apart, when somebody asks or nobody does. */
  readonly fields: FieldReader;
  readonly orders: Heads<OrderHeads>;
  readonly activities: Heads<ActivityHeads>;
  summary: OrderSummary;
  /** Sequence of the database this is up to; −1 before the first reading. */
  seq: number;
  /** Sets whose values are in the table now. */
  model: string | undefined;
  segmentRun: string | undefined;
  /** Sort keys by column, and the sorted places by "column/direction", until something changes. */
  readonly keys: Map<string, Float64Array>;
  readonly sorted: Map<string, Uint32Array>;
  /** Contacts and notes as far as they are read, and how Chinese characters are. */
  deep: DeepTexts;
  readonly reader: DeepReader;
  readings: Readings | undefined;
};

/** A directory that has read nothing yet. */
export const openDirectory = (installId: string): Directory => ({
  installId,
  table: emptyDirectory(),
  ordOf: new Map(),
  fields: { seq: -1, reading: undefined },
  orders: emptyHeads('orders.head'),
  activities: emptyHeads('activities.head'),
  summary: emptySummary(0),
  seq: -1,
  model: undefined,
  segmentRun: undefined,
  keys: new Map(),
  sorted: new Map(),
  deep: { contacts: emptyTexts(), notes: emptyTexts() },
  reader: emptyDeepReader(),
  readings: undefined,
});
