import type { FileKind } from '#contracts/import.ts';
import type {
  ImportError,
  ImportedFileCounts,
  ImportJournal,
} from '#core/imports/import-journal.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { type BatchRecords, type PreparedBatch, prepareBatch, writeBatch } from '#db/bulk-write.ts';
import type { Database } from '#db/database.ts';
import { removeImport } from '#db/remove-import.ts';

/** How many refusals are kept word for word; all are counted. */
const keptErrors = 1000;

/** Longer rows are not kept beside their refusal. */
const longestKept = 4000;

/** What an import has done so far. */
export type Tally = {
  rowsRead: number;
  added: number;
  updated: number;
  skipped: number;
  /** Rows whose unquoted delimiter was taken for part of a text (mendWidth). */
  mended: number;
  /** Pictures, sounds and keys of cards, which are left out. */
  attached: number;
  readonly errors: ImportError[];
};

export const newTally = (): Tally => ({
  rowsRead: 0,
  added: 0,
  updated: 0,
  skipped: 0,
  mended: 0,
  attached: 0,
  errors: [],
});

/** Counts a refused row and keeps its reason, and the row itself for the file of rows to mend. */
export const skipRow = (tally: Tally, error: ImportError, row?: readonly string[]): void => {
  tally.skipped += 1;
  if (tally.errors.length >= keptErrors) return;
  const length = row?.reduce((sum, cell) => sum + cell.length, 0) ?? longestKept;
  tally.errors.push(row && length < longestKept ? { ...error, cells: [...row] } : error);
};

export type ImportWriter = {
  /** Seals a batch while the one before is being written; refuses what that one refused. */
  readonly write: (records: BatchRecords) => Promise<Result<null>>;
  /** Waits for the batch under way; answers its refusal. */
  readonly settle: () => Promise<Result<unknown>>;
  /** Waits for the last batch and writes the journal as done. */
  readonly finish: () => Promise<Result<null>>;
  /** Waits for what is under way, then removes all that was written. Answers the given refusal. */
  readonly giveUp: (result: Result<never>) => Promise<Result<never>>;
};

/** What the journal says of an import. */
export type About = {
  readonly importId: string;
  readonly fileName: string;
  readonly as: FileKind;
  readonly encoding: string;
  readonly delimiter: string;
  readonly now: number;
};

/** How far the import is: all counts, and those of each file. */
export type Standing = {
  readonly tally: () => Tally;
  readonly files: () => readonly ImportedFileCounts[];
};

/**
 * Writes the batches of one import in order, two at a time in flight: one being sealed here, one
 * being written by the browser. Each carries the journal in its own transaction.
 */
export const openImportWriter = (db: Database, about: About, standing: Standing): ImportWriter => {
  const { importId, now, ...rest } = about;
  const journal = (state: ImportJournal['state']): ImportJournal => {
    const { errors, ...counts } = standing.tally();
    // Rows word for word are worth their room once, at the end.
    const kept = state === 'done' ? errors : errors.map(({ cells: _, ...error }) => error);
    return {
      ...{ id: importId, createdAt: now, updatedAt: now, rev: 0 },
      ...rest,
      state,
      ...counts,
      errors: [...kept],
      files: [...standing.files()],
    };
  };
  let underWay: Promise<Result<unknown>> = Promise.resolve(accept(null));

  const send = (batch: PreparedBatch, state: ImportJournal['state']) => {
    const label = state === 'done' ? 'import-done' : 'import-batch';
    underWay = writeBatch(db, batch, { journal: journal(state), now, label });
  };

  return {
    write: async (records) => {
      const batch = await prepareBatch(db, { importId, records });
      const before = await underWay;
      if (!before.ok) return before;
      send(batch, 'running');
      return accept(null);
    },
    settle: () => underWay,
    finish: async () => {
      const before = await underWay;
      if (!before.ok) return before;
      send(await prepareBatch(db, { importId, records: {} }), 'done');
      const last = await underWay;
      return last.ok ? accept(null) : last;
    },
    giveUp: async (result) => {
      await underWay;
      const removed = await removeImport(db, importId, { now });
      // Nothing was written yet, so there is no journal to remove.
      if (!removed.ok && removed.refusal.code !== 'import-not-found') return removed;
      return result;
    },
  };
};

/** A writer that writes nothing, for a dry run. */
export const openDryWriter = (): ImportWriter => ({
  write: async () => accept(null),
  settle: async () => accept(null),
  finish: async () => accept(null),
  giveUp: async (result) => result,
});

/** The refusal of a cancelled import. */
export const cancelled = (): Result<never> => refuse('cancelled');
