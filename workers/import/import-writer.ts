import type { FileKind } from '#contracts/import.ts';
import type { ImportError, ImportJournal } from '#core/imports/import-journal.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { type BatchRecords, type PreparedBatch, prepareBatch, writeBatch } from '#db/bulk-write.ts';
import type { Database } from '#db/database.ts';
import { removeImport } from '#db/remove-import.ts';

/** How many refusals are kept word for word; all are counted. */
const keptErrors = 1000;

/** What an import has done so far. */
export type Tally = {
  rowsRead: number;
  added: number;
  updated: number;
  skipped: number;
  readonly errors: ImportError[];
};

export const newTally = (): Tally => ({
  rowsRead: 0,
  added: 0,
  updated: 0,
  skipped: 0,
  errors: [],
});

/** Counts a refused row and keeps its reason. */
export const skipRow = (tally: Tally, error: ImportError): void => {
  tally.skipped += 1;
  if (tally.errors.length < keptErrors) tally.errors.push(error);
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

type About = {
  readonly importId: string;
  readonly fileName: string;
  readonly as: FileKind;
  readonly encoding: string;
  readonly delimiter: string;
  readonly now: number;
};

/**
 * Writes the batches of one import in order, two at a time in flight: one being sealed here, one
 * being written by the browser. Each carries the journal in its own transaction.
 */
export const openImportWriter = (db: Database, about: About, tally: Tally): ImportWriter => {
  const { importId, now, ...rest } = about;
  const journal = (state: ImportJournal['state']): ImportJournal => ({
    id: importId,
    createdAt: now,
    updatedAt: now,
    rev: 0,
    ...rest,
    state,
    ...tally,
    errors: [...tally.errors],
  });
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

/** The refusal of a cancelled import. */
export const cancelled = (): Result<never> => refuse('cancelled');
