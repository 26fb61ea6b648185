import * as v from 'valibot';
import type { ImportContract } from '#contracts/import.ts';
import { type Customer, customerSchema } from '#core/customers/customer.ts';
import { type ColumnReading, readColumn } from '#core/imports/column-facts.ts';
import { accept, type Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { reserveOrds } from '#db/places.ts';
import { findByExternalIds, findRecord } from '#db/sealed-table.ts';
import type { Job } from '#rpc/serve.ts';
import { defineFields } from './define-fields.ts';
import {
  cancelled,
  type ImportWriter,
  openImportWriter,
  skipRow,
  type Tally,
} from './import-writer.ts';
import { type CustomerColumn, makeCustomer, mergeCustomer } from './make-customer.ts';
import { refuseLength, refuseWidth } from './read-cells.ts';
import { brokenQuote, readRows } from './read-rows.ts';
import type { Scan } from './scan-file.ts';

type Input = ImportContract['run']['input'];
export type RunJob = Job<ImportContract['run']['progress']>;

/** Customers per batch: a whole chunk of places. */
const batchRows = 1000;

/** Places are taken many batches at a time; what is left over stays empty. */
const placesAtOnce = 10 * batchRows;

const columnsOf = (input: Input, scan: Scan): CustomerColumn[] => {
  const byHeader = new Map(input.columns.map((column) => [column.header, column]));
  const asText: ColumnReading = { type: 'text', decimal: '.', dates: 'ymd', ambiguousDates: false };
  return scan.headers.map((header, at) => {
    const facts = scan.facts[at];
    const mapping = byHeader.get(header) ?? { header, field: 'custom', type: 'text' as const };
    const whole = facts === undefined ? asText : readColumn(facts, input.settings);
    // Both orders fit every date: as text nothing is guessed and nothing is lost.
    const sure = whole.ambiguousDates ? asText : whole;
    return { ...mapping, reading: mapping.type === 'text' ? asText : sure };
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
  batch: Customer[];
  nextOrd: number;
  ordEnd: number;
  /** The file's own ids already met, and where the customer is. */
  readonly met: Map<string, string>;
};

/** Why a row is left out, or undefined. */
const refuseRow = (state: State, row: readonly string[], index: number, torn: boolean) =>
  torn
    ? brokenQuote(index)
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

/** Sets those aside that are known by their external id, and writes what the file says of them. */
const updateKnown = async (state: State, batch: Customer[]): Promise<Result<Customer[]>> => {
  const { db, met, tally, input } = state;
  const ids = batch.map(({ externalId }) => externalId).filter((id) => id !== undefined);
  if (ids.length === 0) return accept(batch);
  const known = await findByExternalIds(db, 'customers', ids);
  const fresh = new Map<string, Customer>();
  const rest: Customer[] = [];
  for (const customer of batch) {
    const { externalId } = customer;
    const twin = externalId === undefined ? undefined : fresh.get(externalId);
    const knownId =
      externalId === undefined ? undefined : (known.get(externalId)?.id ?? met.get(externalId));
    if (twin !== undefined) {
      Object.assign(twin, mergeCustomer(twin, customer));
      tally.updated += 1;
    } else if (knownId !== undefined) {
      const before = await findRecord(db, 'customers', knownId);
      if (before === undefined) continue;
      const writes = [{ table: 'customers' as const, record: mergeCustomer(before, customer) }];
      const { importId, now } = input;
      const saved = await commit(db, {
        label: 'import-updated',
        now,
        undoable: false,
        importId,
        writes,
      });
      if (!saved.ok) return saved;
      tally.updated += 1;
    } else {
      rest.push(customer);
      if (externalId !== undefined) fresh.set(externalId, customer);
    }
  }
  for (const [externalId, { id }] of fresh) met.set(externalId, id);
  return accept(rest);
};

const flush = async (state: State, size: number): Promise<Result<null>> => {
  const part = state.batch.slice(0, size);
  state.batch = state.batch.slice(size);
  const rest = await updateKnown(state, part);
  if (!rest.ok) return rest;
  if (rest.value.length === 0) return accept(null);
  if (state.nextOrd + batchRows > state.ordEnd) {
    state.nextOrd = await reserveOrds(state.db, 'customers', placesAtOnce);
    state.ordEnd = state.nextOrd + placesAtOnce;
  }
  const customers = rest.value.map((customer, at) => ({ ...customer, ord: state.nextOrd + at }));
  state.nextOrd += batchRows;
  state.tally.added += customers.length;
  return state.writer.write({ customers });
};

const readAll = async (state: State, job: RunJob): Promise<Result<null>> => {
  const { input, tally } = state;
  const { encoding, delimiter, hasHeader } = input.settings;
  let header = hasHeader;
  for await (const { rows, bytes, broken } of readRows(input.file, encoding, delimiter)) {
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
      job.progress({ bytes, totalBytes: input.file.size, rows: rowsRead, skipped });
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
  scan: Scan,
  tally: Tally,
  job: RunJob,
): Promise<Result<null>> => {
  const { importId, name: fileName, as, now } = input;
  const { encoding, delimiter } = input.settings;
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
