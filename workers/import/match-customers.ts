import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Customer } from '#core/customers/customer.ts';
import { emailText, foldName, matchTextsOf, nameText } from '#core/customers/match-texts.ts';
import { accept, type Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import {
  countRecords,
  findByExternalIds,
  findByMatchTexts,
  findRecords,
} from '#db/sealed-table.ts';
import { type ImportWay, showUpdated } from './import-way.ts';
import { skipRow } from './import-writer.ts';
import { mergeCustomer } from './make-customer.ts';
import type { OpenFile } from './open-file.ts';

type Region = Parameters<typeof parsePhoneNumberFromString>[1];

/** A phone as the whole world dials it, or undefined where it is no valid one. */
export const phoneKey = (phone: string, country?: string): string | undefined => {
  const parsed = parsePhoneNumberFromString(phone, country as Region);
  return parsed?.isPossible() ? `phone|${parsed.number}` : undefined;
};

/** What tells that two rows mean the same customer, the surest first. */
const keysOf = (customer: Customer, { input }: ImportWay): string[] => {
  const { externalId, emails, phones, name = '', address } = customer;
  const keys = externalId === undefined ? [] : [`id|${externalId}`];
  if (input.matchBy !== 'all') return keys;
  keys.push(...emails.filter((email) => email.includes('@')).map(emailText));
  for (const phone of phones) {
    const key = phoneKey(phone, input.country);
    if (key !== undefined) keys.push(key);
  }
  const city = address?.city ?? '';
  if (foldName(name) !== '' && foldName(city) !== '') keys.push(nameText(name, city));
  return keys;
};

/** The customers of one import met so far: by key, and the records behind them. */
export type Matching = {
  readonly way: ImportWay;
  readonly met: Map<string, string>;
  /** Of a dry run: what was met is nowhere else. */
  readonly drawn: Map<string, Customer>;
  readonly isEmpty: boolean;
};

export const newMatching = async (way: ImportWay): Promise<Matching> => {
  const isEmpty = (await countRecords(way.db, 'customers')) === 0;
  return { way, met: new Map(), drawn: new Map(), isEmpty };
};

/** Records of the database that may be what a batch means, by every key they have. */
const findKnown = async (
  { way, met, isEmpty, drawn }: Matching,
  batch: readonly Customer[],
): Promise<{ ids: Map<string, string>; records: Map<string, Customer> }> => {
  const { db, input } = way;
  const ids = new Set<string>();
  for (const customer of batch)
    for (const key of keysOf(customer, way)) {
      const id = met.get(key);
      if (id !== undefined) ids.add(id);
    }
  if (!isEmpty) {
    const asked = batch.flatMap(({ externalId }) => externalId ?? []);
    for (const { id } of (await findByExternalIds(db, 'customers', asked)).values()) ids.add(id);
    if (input.matchBy === 'all')
      for (const list of (
        await findByMatchTexts(db, 'customers', batch.flatMap(matchTextsOf))
      ).values())
        for (const id of list) ids.add(id);
  }
  const found = await findRecords(db, 'customers', [...ids]);
  const records = new Map(found.map((record) => [record.id, record]));
  for (const id of ids) {
    const own = drawn.get(id);
    if (own !== undefined) records.set(id, own);
  }
  const byKey = new Map<string, string>();
  for (const record of records.values())
    if (record.deletedAt === undefined)
      for (const key of keysOf(record, way)) if (!byKey.has(key)) byKey.set(key, record.id);
  return { ids: byKey, records };
};

const contradict = (a: Customer | undefined, b: Customer): boolean =>
  a?.externalId !== undefined && b.externalId !== undefined && a.externalId !== b.externalId;

/** Customers to be added. */
export type Sorted = { readonly fresh: Customer[] };

type Sorting = Matching & {
  readonly file: OpenFile;
  readonly fresh: Customer[];
  readonly placeOf: Map<string, number>;
  readonly records: Map<string, Customer>;
  readonly changed: Set<string>;
};

const remember = ({ way, met, drawn }: Matching, customer: Customer): void => {
  for (const key of keysOf(customer, way)) if (!met.has(key)) met.set(key, customer.id);
  if (way.isDry) drawn.set(customer.id, customer);
};

const takeKnown = (sorting: Sorting, known: Customer, customer: Customer): void => {
  const { way, file, placeOf, fresh, records, changed } = sorting;
  const row = customer.sourceRow ?? 0;
  if (way.input.duplicates === 'skip') {
    skipRow(file.tally, { row, column: '', reason: 'already-there' });
    return;
  }
  const merged = mergeCustomer(known, customer);
  file.tally.updated += 1;
  showUpdated(way, file, row, { name: known.name ?? '', before: known, after: merged });
  const place = placeOf.get(known.id);
  if (place !== undefined) fresh[place] = merged;
  else {
    records.set(known.id, merged);
    changed.add(known.id);
  }
  remember(sorting, merged);
};

const save = async ({ way, records, changed }: Sorting): Promise<Result<null>> => {
  if (changed.size === 0 || way.isDry) return accept(null);
  const { importId, now } = way.input;
  const writes = [...changed].flatMap((id) => {
    const record = records.get(id);
    return record === undefined ? [] : [{ table: 'customers' as const, record }];
  });
  const what = { label: 'import-updated', now, undoable: false, importId, writes } as const;
  const saved = await commit(way.db, what);
  return saved.ok ? accept(null) : saved;
};

/**
 * Sets those rows aside that mean a customer who is there, in the database or further up in the
 * files, and does with them what the rule says. What is sealed but not yet written must be settled
 * before. Refuses: storage-full, edit-conflict.
 */
export const sortCustomers = async (
  matching: Matching,
  file: OpenFile,
  batch: readonly Customer[],
): Promise<Result<Sorted>> => {
  const { way, met } = matching;
  const known = await findKnown(matching, batch);
  const sorting: Sorting = {
    ...matching,
    file,
    fresh: [],
    placeOf: new Map(),
    records: known.records,
    changed: new Set(),
  };
  for (const customer of batch) {
    const { fresh, placeOf, records } = sorting;
    const ids = keysOf(customer, way).map((key) => known.ids.get(key) ?? met.get(key));
    const other = ids
      .map((id) =>
        id === undefined ? undefined : (fresh[placeOf.get(id) ?? -1] ?? records.get(id)),
      )
      .find((record) => record !== undefined && !contradict(record, customer));
    if (other !== undefined) takeKnown(sorting, other, customer);
    else {
      placeOf.set(customer.id, fresh.length);
      fresh.push(customer);
      remember(matching, customer);
    }
  }
  const saved = await save(sorting);
  return saved.ok ? accept({ fresh: sorting.fresh }) : saved;
};
