import * as v from 'valibot';
import { type Customer, customerSchema } from '#core/customers/customer.ts';
import { accept, type Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import { reserveOrds } from '#db/places.ts';
import { findRecords } from '#db/sealed-table.ts';
import { defineFields } from './define-fields.ts';
import { type ImportWay, idOfRow, showAdded } from './import-way.ts';
import { skipRow } from './import-writer.ts';
import { joinRow } from './join-lookups.ts';
import { addToBook, findLink } from './link-book.ts';
import { makeCustomer } from './make-customer.ts';
import { type Matching, newMatching, type Sorted, sortCustomers } from './match-customers.ts';
import { columnsOf, eachRow, type OpenFile } from './open-file.ts';

/** Customers per batch: a whole chunk of places. */
const batchRows = 1000;

/** Places are taken many batches at a time; what is left over stays empty. */
const placesAtOnce = 10 * batchRows;

const keepsToSchema = (customer: Customer): boolean => v.is(customerSchema, customer);

type State = {
  readonly way: ImportWay;
  readonly file: OpenFile;
  readonly matching: Matching;
  /** Customers who name another one they belong to. */
  readonly parents: { readonly id: string; readonly said: string }[];
  batch: Customer[];
  nextOrd: number;
  ordEnd: number;
};

/** Without anything to compare, the batch before may still be being written. */
const sortOut = async (state: State, batch: Customer[]): Promise<Result<Sorted>> => {
  const { way, matching, file } = state;
  const { duplicates, matchBy } = way.input;
  const isKeyless = matchBy !== 'all' && batch.every(({ externalId }) => externalId === undefined);
  if (duplicates === 'add' || isKeyless) return accept({ fresh: batch });
  const settled = await way.writer.settle();
  return settled.ok ? sortCustomers(matching, file, batch) : settled;
};

const flush = async (state: State, size: number): Promise<Result<null>> => {
  const { way, file } = state;
  const part = state.batch.slice(0, size);
  state.batch = state.batch.slice(size);
  const sorted = await sortOut(state, part);
  if (!sorted.ok) return sorted;
  const { fresh } = sorted.value;
  if (fresh.length === 0) return accept(null);
  file.tally.added += fresh.length;
  for (const customer of fresh) {
    showAdded(way, file, customer.sourceRow ?? 0, customer.name ?? '');
    if (way.isLinking) addToBook(way.book, 'customers', customer);
  }
  if (way.isDry) return accept(null);
  if (state.nextOrd + batchRows > state.ordEnd) {
    state.nextOrd = await reserveOrds(way.db, 'customers', placesAtOnce);
    state.ordEnd = state.nextOrd + placesAtOnce;
  }
  const customers = fresh.map((customer, at) => ({ ...customer, ord: state.nextOrd + at }));
  state.nextOrd += batchRows;
  return way.writer.write({ customers });
};

const readAll = async (state: State): Promise<Result<null>> => {
  const { way, file } = state;
  const columns = columnsOf(file);
  const joins = way.joinsFor(file);
  const parentAt = columns.findIndex(({ field }) => field === 'parent');
  const onRow = (row: readonly string[], index: number) => {
    const id = idOfRow(way, file, index);
    const made = makeCustomer(row, columns, { id, now: way.input.now, sourceRow: index });
    const customer =
      joins.length === 0 ? made : { ...made, custom: { ...made.custom, ...joinRow(row, joins) } };
    if (!keepsToSchema(customer)) {
      skipRow(file.tally, { row: index, column: '', reason: 'bad-record' }, row);
      return;
    }
    const said = (row[parentAt] ?? '').trim();
    if (said !== '') state.parents.push({ id, said });
    state.batch.push(customer);
  };
  const read = await eachRow(way, file, onRow, async () => {
    while (state.batch.length >= batchRows) {
      const written = await flush(state, batchRows);
      if (!written.ok) return written;
    }
    return accept(null);
  });
  if (!read.ok) return read;
  return state.batch.length > 0 ? flush(state, batchRows) : read;
};

/** Ties customers to the ones they belong to, now that all of them are there. */
const tieParents = async ({ way, parents }: State): Promise<Result<null>> => {
  const ties = new Map<string, string>();
  for (const { id, said } of parents) {
    const link = findLink(way.book, 'customers', said);
    if (link !== undefined && link.id !== id) ties.set(id, link.id);
  }
  if (ties.size === 0 || way.isDry) return accept(null);
  const settled = await way.writer.settle();
  if (!settled.ok) return accept(null);
  const records = await findRecords(way.db, 'customers', [...ties.keys()]);
  const writes = records.map((record) => ({
    table: 'customers' as const,
    record: { ...record, parentId: ties.get(record.id) ?? '' },
  }));
  const { importId, now } = way.input;
  const what = { label: 'import-updated', now, undoable: false, importId, writes } as const;
  const saved = await commit(way.db, what);
  return saved.ok ? accept(null) : saved;
};

/**
 * Reads a file of customers and writes them.
 * Refuses: cancelled, storage-full.
 */
export const importCustomers = async (way: ImportWay, file: OpenFile): Promise<Result<null>> => {
  const { importId, now } = way.input;
  const custom = [
    // A parent's name stays as it was written, beside the tie.
    ...columnsOf(file).filter(({ field }) => ['custom', 'parent'].includes(field)),
    ...way.joinsFor(file).flatMap(({ columns }) => columns),
  ];
  const fields = await defineFields(way, custom, { entity: 'customers', importId, now });
  if (!fields.ok) return fields;
  const written = await way.writer.write({ fieldDefinitions: fields.value });
  if (!written.ok) return written;
  const matching = await newMatching(way);
  const state: State = { way, file, matching, parents: [], batch: [], nextOrd: 0, ordEnd: 0 };
  const done = await readAll(state);
  return done.ok ? tieParents(state) : done;
};
