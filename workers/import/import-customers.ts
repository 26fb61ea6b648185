import * as v from 'valibot';
import type { ImportContract } from '#contracts/import.ts';
import { type Customer, customerSchema } from '#core/customers/customer.ts';
import { newFacts } from '#core/imports/column-facts.ts';
import { readColumnAs } from '#core/imports/read-column.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import type { Job } from '#rpc/serve.ts';
import { defineFields } from './define-fields.ts';
import {
  cancelled,
  type ImportWriter,
  openImportWriter,
  skipRow,
  type Tally,
} from './import-writer.ts';
import { type CustomerColumn, makeCustomer } from './make-customer.ts';
import { refuseLength, refuseWidth } from './read-cells.ts';
import type { ScannedTable } from './scan-file.ts';
import { brokenRow, type TableSource } from './table-source.ts';
import { type Sorted, updateKnown } from './update-known.ts';

type Input = ImportContract['run']['input'];
export type RunJob = Job<ImportContract['run']['progress']>;

/** Customers per batch: a whole chunk of places. */
const batchRows = 1000;

/** Places are taken many batches at a time; what is left over stays empty. */
const placesAtOnce = 10 * batchRows;

const columnsOf = (input: Input, scan: ScannedTable): CustomerColumn[] => {
  const byHeader = new Map(input.columns.map((column) => [column.header, column]));
  return scan.headers.map((header, at) => {
    const mapping = byHeader.get(header) ?? { header, field: 'custom', type: 'text' as const };
    const reading = readColumnAs(scan.facts[at] ?? newFacts(), mapping.type, input.settings);
    return { ...mapping, reading };
  });
};

const keepsToSchema = (customer: Customer): boolean => v.is(customerSchema, customer);

type State = {
  readonly db: Database;
  readonly input: Input;
  readonly tally: Tally;
  readonly writer: ImportWriter;
  readonly columns: readonly CustomerColumn[];
  readonly headers: readonly string[];
  readonly source: TableSource;
  readonly hasHeader: boolean;
  batch: Customer[];
  nextOrd: number;
  ordEnd: number;
  /** The file's own ids already met, and where the customer is. */
  readonly met: Map<string, string>;
};

/** Why a row is left out, or undefined. */
const refuseRow = (state: State, row: readonly string[], index: number, torn: boolean) =>
  torn
    ? brokenRow(state.source, index)
    : (refuseWidth(row, state.headers.length, index) ?? refuseLength(row, state.headers, index));

const readRow = (state: State, row: readonly string[], torn: boolean): void => {
  const { tally, input } = state;
  const index = tally.rowsRead++;
  const refused = refuseRow(state, row, index, torn);
  if (refused !== undefined) {
    skipRow(tally, refused);
    return;
  }
  const id = `${input.importId}-${index.toString(36)}`;
  const customer = makeCustomer(row, state.columns, { id, now: input.now, sourceRow: index });
  if (keepsToSchema(customer)) state.batch.push(customer);
  else skipRow(tally, { row: index, column: '', reason: 'bad-record' });
};

/** Without a single external id there is nothing to match, and the batch before may still be written. */
const sortOut = async (state: State, batch: Customer[]): Promise<Result<Sorted>> => {
  const { db, met, input, writer } = state;
  if (batch.every(({ externalId }) => externalId === undefined))
    return accept({ fresh: batch, updated: 0 });
  const settled = await writer.settle();
  return settled.ok ? updateKnown(db, batch, met, input) : settled;
};

const flush = async (state: State, size: number): Promise<Result<null>> => {
  const part = state.batch.slice(0, size);
  state.batch = state.batch.slice(size);
  const sorted = await sortOut(state, part);
  if (!sorted.ok) return sorted;
  const { fresh, updated } = sorted.value;
  state.tally.updated += updated;
  if (fresh.length === 0) return accept(null);
  if (state.nextOrd + batchRows > state.ordEnd) {
    state.nextOrd = await reserveOrds(state.db, 'customers', placesAtOnce);
    state.ordEnd = state.nextOrd + placesAtOnce;
  }
  const customers = fresh.map((customer, at) => ({ ...customer, ord: state.nextOrd + at }));
  state.nextOrd += batchRows;
  state.tally.added += customers.length;
  return state.writer.write({ customers });
};

const readAll = async (state: State, job: RunJob): Promise<Result<null>> => {
  const { tally, source } = state;
  let header = state.hasHeader;
  for await (const { rows, bytes, broken } of source.rows()) {
    const torn = new Set(broken);
    for (const [at, row] of rows.entries()) {
      if (header) header = false;
      else readRow(state, row, torn.has(at));
    }
    while (state.batch.length >= batchRows) {
      if (job.signal.aborted) return cancelled();
      const written = await flush(state, batchRows);
      if (!written.ok) return written;
      const { rowsRead, skipped } = tally;
      job.progress({ bytes, totalBytes: source.totalBytes, rows: rowsRead, skipped });
    }
    job.beat();
  }
  if (job.signal.aborted) return cancelled();
  return state.batch.length > 0 ? flush(state, batchRows) : accept(null);
};

/**
 * Reads a file of customers and writes them. Without an external id nothing is matched: equal rows
 * stay two customers.
 * Refuses: cancelled, storage-full, and then nothing of the import is left.
 */
export const importCustomers = async (
  db: Database,
  input: Input,
  scan: ScannedTable,
  tally: Tally,
  job: RunJob,
): Promise<Result<null>> => {
  const { importId, name: fileName, as, now } = input;
  const { encoding, delimiter } = scan.source;
  const columns = columnsOf(input, scan);
  const writer = openImportWriter(db, { importId, fileName, as, encoding, delimiter, now }, tally);
  const custom = columns
    .filter(({ field }) => field === 'custom')
    .map(({ header, reading }) => ({ header, reading }));
  // The journal first: whatever happens next can then be taken back.
  const opened = await writer.write({});
  if (!opened.ok) return opened;
  const fields = await defineFields(db, custom, { entity: 'customers', importId, now });
  if (!fields.ok) return writer.giveUp(fields);
  const defined = await writer.write({ fieldDefinitions: fields.value });
  if (!defined.ok) return writer.giveUp(defined);
  const headers = scan.headers;
  const state: State = {
    db,
    input,
    tally,
    writer,
    columns,
    headers,
    source: scan.source,
    hasHeader: scan.hasHeader,
    batch: [],
    nextOrd: 0,
    ordEnd: 0,
    met: new Map(),
  };
  const read = await readAll(state, job);
  if (!read.ok) return writer.giveUp(read);
  const finished = await writer.finish();
  return finished.ok ? finished : writer.giveUp(finished);
};
