import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';
import { fileKinds } from './file-kinds.ts';

export const importErrorSchema = v.object({
  /** 0-based data row (the header is not a row). */
  row: v.number(),
  /** Exact header of the column, or '' when the whole row is meant. */
  column: v.string(),
  reason: v.picklist([
    'too-many-cells',
    'too-few-cells',
    'bad-number',
    'bad-date',
    'bad-money',
    'missing-key',
    'missing-quantity',
    'missing-price',
    'missing-date',
    'quote-not-closed',
    'card-broken',
    'cell-too-long',
    'bad-record',
    'already-there',
    'order-not-here',
    'nobody-refers',
  ]),
  value: v.optional(v.string()),
  /** Of several files: which one. */
  file: v.optional(v.string()),
  /** The row as it was read, for the file of rows to mend; left out where it is very long. */
  cells: v.optional(v.array(v.string())),
});
export type ImportError = v.InferOutput<typeof importErrorSchema>;

export const importedFileSchema = v.object({
  name: v.string(),
  as: v.picklist(fileKinds),
  headers: v.array(v.string()),
  /** Where each column went, in the order of the headers: proposed again for such a file. */
  fields: v.optional(v.array(v.string())),
  rowsRead: v.number(),
  added: v.number(),
  updated: v.number(),
  skipped: v.number(),
  /** Rows in which an unquoted delimiter was taken for part of a text. */
  mended: v.optional(v.number()),
  /** Pictures, sounds and keys of cards that were left out. */
  attached: v.optional(v.number()),
});
export type ImportedFileCounts = v.InferOutput<typeof importedFileSchema>;

export const importJournalSchema = v.object({
  ...recordEntries,
  fileName: v.string(),
  as: v.picklist([...fileKinds, 'demo']),
  /**
   * running: batches are being written; done: all are; removing: being undone or cancelled, resumed
   * at the next start; removed: nothing of it is left.
   */
  state: v.picklist(['running', 'done', 'removing', 'removed']),
  encoding: v.optional(v.string()),
  delimiter: v.optional(v.string()),
  rowsRead: v.number(),
  added: v.number(),
  updated: v.number(),
  skipped: v.number(),
  mended: v.optional(v.number()),
  attached: v.optional(v.number()),
  /** The first 1,000 refusals; `skipped` counts all of them. */
  errors: v.array(importErrorSchema),
  /** Every file of the import, with its own counts; the first one names it. */
  files: v.optional(v.array(importedFileSchema)),
});

/** What an import did, kept so that it can be resumed, undone and shown. */
export type ImportJournal = v.InferOutput<typeof importJournalSchema>;
