import type { ExportContract } from '#contracts/export.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { AnyRecord, RecordTable } from '#db/record-tables.ts';
import {
  abandonRestore,
  beginRestore,
  endRestore,
  type LaidChunks,
  restoreBatch,
  restoreColumns,
} from '#db/restore-records.ts';
import type { Job } from '#rpc/serve.ts';
import { type Entry, readEverything } from './read-everything.ts';

type Check = ExportContract['check'];
type Restore = ExportContract['restore'];
type Watch = Pick<Job<{ readonly rows: number }>, 'signal' | 'progress'>;

const batchRows = 1000;

/** Reads the whole file and counts what is in it. Writes nothing. */
export const checkEverything = async (
  { file }: Check['input'],
  job: Watch,
): Promise<Result<Check['output']>> => {
  const counts: Record<string, number> = Object.create(null);
  let rows = 0;
  const read = await readEverything(file, (entry) => {
    if (job.signal.aborted) return refuse('cancelled');
    if (entry.kind === 'record') counts[entry.table] = (counts[entry.table] ?? 0) + 1;
    rows += 1;
    if (rows % batchRows === 0) job.progress({ rows });
    return accept(null);
  });
  if (!read.ok) return read;
  const { exportedAt, digest } = read.value;
  return accept({ exportedAt, counts: { ...counts }, digest });
};

type State = {
  readonly db: Database;
  readonly laid: LaidChunks;
  table: RecordTable | undefined;
  batch: AnyRecord[];
  rows: number;
  inUse: Readonly<Record<string, string>>;
};

const flush = async (state: State): Promise<Result<null>> => {
  const { db, table, batch, laid } = state;
  if (table === undefined || batch.length === 0) return accept(null);
  state.batch = [];
  return restoreBatch(db, table, batch, laid);
};

const take = async (state: State, entry: Entry): Promise<Result<null>> => {
  state.rows += 1;
  if (entry.kind === 'record' && entry.table === state.table && state.batch.length < batchRows) {
    state.batch.push(entry.record);
    return accept(null);
  }
  const flushed = await flush(state);
  if (!flushed.ok) return flushed;
  if (entry.kind === 'inUse') state.inUse = entry.inUse;
  else if (entry.kind === 'columns') await restoreColumns(state.db, entry.chunk);
  else {
    if (entry.table !== state.table) state.laid.clear();
    state.table = entry.table;
    state.batch.push(entry.record);
  }
  return accept(null);
};

/**
 * Writes a file of everything into a database without customers. The file is read to its end before
 * anything is written; cancelled, refused or cut off, nothing of it stays.
 */
export const restoreEverything = async (
  db: Database,
  { file }: Restore['input'],
  job: Watch,
): Promise<Result<Restore['output']>> => {
  const checked = await checkEverything({ file }, job);
  if (!checked.ok) return checked;
  const begun = await beginRestore(db);
  if (!begun.ok) return begun;
  const state: State = { db, laid: new Map(), table: undefined, batch: [], rows: 0, inUse: {} };
  const read = await readEverything(file, (entry) => {
    if (job.signal.aborted) return refuse('cancelled');
    if (state.rows % batchRows === 0) job.progress({ rows: state.rows });
    return take(state, entry);
  });
  const last = read.ok ? await flush(state) : read;
  if (!read.ok || !last.ok) {
    await abandonRestore(db);
    return read.ok ? (last as Result<never>) : read;
  }
  await endRestore(db, state.inUse);
  return accept({ count: read.value.count, digest: read.value.digest });
};
