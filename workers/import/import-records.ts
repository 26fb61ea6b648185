import { emailText } from '#core/customers/match-texts.ts';
import { type ColumnFacts, newFacts } from '#core/imports/column-facts.ts';
import { isMissing } from '#core/imports/missing-word.ts';
import { endsInYears, type ReadingHints, readColumn } from '#core/imports/read-column.ts';
import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { BatchRecords } from '#db/bulk-write.ts';
import { commit, type Write } from '#db/commit.ts';
import { reserveOrds } from '#db/places.ts';
import { findByExternalIds, findByMatchTexts, findRecords } from '#db/sealed-table.ts';
import { defineFields } from './define-fields.ts';
import { type ImportWay, idOfRow, showAdded, showUpdated } from './import-way.ts';
import { skipRow } from './import-writer.ts';
import { joinRow } from './join-lookups.ts';
import { addToBook, askKeys, findLink, type LinkTable, loadNames } from './link-book.ts';
import { type CustomerColumn, listOf, normaliseId } from './make-customer.ts';
import { type MadeRecord, makeRecord, type RecordKind } from './make-record.ts';
import { columnsOf, eachRow, type OpenFile } from './open-file.ts';
import { readCell } from './read-cells.ts';
import { rowCells } from './row-cells.ts';

const batchRows = 1000;

type Waiting = { readonly row: readonly string[]; readonly index: number };

type State = {
  readonly way: ImportWay;
  readonly file: OpenFile;
  readonly kind: RecordKind;
  readonly columns: readonly CustomerColumn[];
  readonly decimal: '.' | ',';
  /** Headers of links that led nowhere: their words are kept as fields. */
  readonly kept: Set<CustomerColumn>;
  readonly met: Map<string, string>;
  readonly drawn: Map<string, MadeRecord>;
  waiting: Waiting[];
};

const linkFields: Readonly<Record<string, LinkTable>> = {
  customerId: 'customers',
  customerName: 'customers',
  productName: 'products',
};

const linkColumns = ({ columns, kind }: State) =>
  kind === 'products'
    ? []
    : columns.flatMap((column, at) => {
        const table = linkFields[column.field];
        return table === undefined ? [] : [{ column, at, table }];
      });

type Links = { customerId: string; productIds: string[]; readonly kept: Record<string, string> };

/** A cell of products may name several. */
const wordsOf = (table: LinkTable, cell: string): string[] =>
  table === 'products' ? listOf(cell) : [cell];

/** Where a row's keys lead. The words of those that lead nowhere, or only nearly, are kept. */
const linksOf = (state: State, row: readonly string[]): Links => {
  const links: Links = { customerId: '', productIds: [], kept: {} };
  for (const { column, at, table } of linkColumns(state)) {
    const cell = (row[at] ?? '').trim();
    if (isMissing(cell)) continue;
    // A number that led to the customer needs no name beside it.
    if (table === 'customers' && links.customerId !== '') continue;
    const whole = findWhole(state, table, cell);
    if (table === 'customers') links.customerId = whole.ids[0] ?? '';
    else links.productIds.push(...whole.ids);
    if (whole.isExact) continue;
    links.kept[column.header] = cell;
    state.kept.add(column);
  }
  return links;
};

const findWhole = ({ way }: State, table: LinkTable, cell: string) => {
  const { byKey, byName } = way.book.tables[table];
  // A name with a comma in it is one name where it is known.
  const isOne = byKey.has(normaliseId(cell)) || byName.has(cell);
  const found = (isOne ? [cell] : wordsOf(table, cell)).map((word) => {
    const key = normaliseId(word);
    return findLink(way.book, table, byKey.has(key) ? key : word);
  });
  return {
    ids: found.flatMap((link) => link?.id ?? []),
    isExact: found.every((link) => link !== undefined && !link.isNear),
  };
};

const askForLinks = async (state: State, rows: readonly Waiting[]): Promise<void> => {
  const { way } = state;
  for (const { at, table } of linkColumns(state)) {
    const words = rows.flatMap(({ row }) => wordsOf(table, (row[at] ?? '').trim()));
    await askKeys(way.db, way.book, table, words.map(normaliseId));
  }
};

const customOf = (state: State, row: readonly string[]): Record<string, CustomValue> => {
  const custom: Record<string, CustomValue> = {};
  for (const [at, { field, header, reading }] of state.columns.entries())
    if (field === 'custom') custom[header] = readCell(row[at] ?? '', reading);
  return { ...custom, ...joinRow(row, state.way.joinsFor(state.file)) };
};

type Made = { readonly record: MadeRecord; readonly index: number };

const makeAll = (state: State, rows: readonly Waiting[]): Made[] => {
  const { way, file, kind, columns, decimal } = state;
  const made: Made[] = [];
  for (const { row, index } of rows) {
    const cells = rowCells(row, columns, decimal);
    const links = linksOf(state, row);
    const making = {
      id: idOfRow(way, file, index),
      now: way.input.now,
      currency: way.input.currency,
      row,
      columns,
      ...links,
      custom: { ...customOf(state, row), ...links.kept },
    };
    const record = makeRecord(kind, making, cells);
    if ('reason' in record) skipRow(file.tally, { ...record, row: index }, row);
    else made.push({ record, index });
  }
  return made;
};

const keysOf = ({ way, kind }: State, record: MadeRecord): string[] => {
  const keys = record.externalId === undefined ? [] : [`id|${record.externalId}`];
  if (way.input.matchBy === 'all' && kind === 'contacts' && 'emails' in record)
    keys.push(...record.emails.map(emailText));
  return keys;
};

/** Records of the database these rows mean, by key. */
const findKnown = async (state: State, made: readonly Made[]): Promise<Map<string, MadeRecord>> => {
  const { way, kind, met, drawn } = state;
  const ids = new Set<string>();
  for (const { record } of made)
    for (const key of keysOf(state, record)) {
      const id = met.get(key);
      if (id !== undefined) ids.add(id);
    }
  if (kind !== 'tasks') {
    const asked = made.flatMap(({ record }) => record.externalId ?? []);
    for (const { id } of (await findByExternalIds(way.db, kind, asked)).values()) ids.add(id);
  }
  if (kind === 'contacts' && way.input.matchBy === 'all') {
    const texts = made.flatMap(({ record }) =>
      keysOf(state, record).filter((key) => key.startsWith('email|')),
    );
    for (const list of (await findByMatchTexts(way.db, 'contacts', texts)).values())
      for (const id of list) ids.add(id);
  }
  const found = (await findRecords(way.db, kind, [...ids])) as MadeRecord[];
  for (const id of ids) {
    const own = drawn.get(id);
    if (own !== undefined) found.push(own);
  }
  const byKey = new Map<string, MadeRecord>();
  for (const record of found)
    if (record.deletedAt === undefined)
      for (const key of keysOf(state, record)) byKey.set(key, record);
  return byKey;
};

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** What was there, with what the file says anew. What the file leaves blank stays. */
const mergeRecord = (known: MadeRecord, fresh: MadeRecord): MadeRecord => {
  const filled = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => !isBlank(value)));
  const { id, createdAt, rev, importId, custom, ...told } = fresh;
  return {
    ...known,
    ...filled(told),
    custom: { ...known.custom, ...filled(custom) },
  } as MadeRecord;
};

const nameOf = (record: MadeRecord): string =>
  'name' in record ? record.name : 'title' in record ? record.title : record.text;

const write = async (state: State, fresh: readonly Made[]): Promise<Result<null>> => {
  const { way, file, kind } = state;
  file.tally.added += fresh.length;
  for (const { record, index } of fresh) showAdded(way, file, index, nameOf(record));
  if (kind === 'products')
    for (const { record } of fresh)
      addToBook(way.book, 'products', { ...record, name: nameOf(record) });
  if (way.isDry || fresh.length === 0) return accept(null);
  const records = fresh.map(({ record }) => record);
  if (kind !== 'activities') return way.writer.write({ [kind]: records } as BatchRecords);
  const first = await reserveOrds(way.db, 'activities', records.length);
  const placed = records.map((record, at) => ({ ...record, ord: first + at }));
  return way.writer.write({ activities: placed } as BatchRecords);
};

const remember = (state: State, record: MadeRecord): void => {
  for (const key of keysOf(state, record)) state.met.set(key, record.id);
  if (state.way.isDry) state.drawn.set(record.id, record);
};

const flush = async (state: State, size: number): Promise<Result<null>> => {
  const { way, file, kind } = state;
  const rows = state.waiting.slice(0, size);
  state.waiting = state.waiting.slice(size);
  await askForLinks(state, rows);
  const made = makeAll(state, rows);
  const { duplicates = 'update', importId, now } = way.input;
  const fresh = new Map<string, Made>();
  const changed = new Map<string, MadeRecord>();
  const settled = await way.writer.settle();
  if (!settled.ok) return refuse(settled.refusal.code, settled.refusal.facts);
  const known = duplicates === 'add' ? new Map<string, MadeRecord>() : await findKnown(state, made);
  for (const one of made) {
    const keys = keysOf(state, one.record);
    const before = keys.map((key) => known.get(key)).find((record) => record !== undefined);
    if (duplicates === 'add' || before === undefined) {
      fresh.set(one.record.id, one);
      remember(state, one.record);
      for (const key of keys) known.set(key, one.record);
      continue;
    }
    if (duplicates === 'skip') {
      const row = rows.find(({ index }) => index === one.index)?.row;
      skipRow(file.tally, { row: one.index, column: '', reason: 'already-there' }, row);
      continue;
    }
    const current = fresh.get(before.id)?.record ?? changed.get(before.id) ?? before;
    const after = mergeRecord(current, one.record);
    file.tally.updated += 1;
    showUpdated(way, file, one.index, { name: nameOf(after), before: current, after });
    const own = fresh.get(before.id);
    if (own !== undefined) fresh.set(before.id, { ...own, record: after });
    else changed.set(before.id, after);
    remember(state, after);
    if (kind === 'products') addToBook(way.book, 'products', { ...after, name: nameOf(after) });
  }
  if (changed.size > 0 && !way.isDry) {
    const writes = [...changed.values()].map((record) => ({ table: kind, record }) as Write);
    const what = { label: 'import-updated', now, undoable: false, importId, writes } as const;
    const saved = await commit(way.db, what);
    if (!saved.ok) return saved;
  }
  return write(state, [...fresh.values()]);
};

const readAll = async (state: State): Promise<Result<null>> => {
  const { way, file } = state;
  const onRow = (row: readonly string[], index: number) => state.waiting.push({ row, index });
  const read = await eachRow(way, file, onRow, async () => {
    while (state.waiting.length >= batchRows) {
      const done = await flush(state, batchRows);
      if (!done.ok) return done;
    }
    return accept(null);
  });
  if (!read.ok) return read;
  return state.waiting.length > 0 ? flush(state, batchRows) : read;
};

/** Whether dates fit two orders, or may begin with their year, and nobody said which. */
const isOpen = (facts: ColumnFacts, hints: ReadingHints): boolean =>
  readColumn(facts, hints).ambiguousDates || (hints.dates === 'auto' && !endsInYears(facts));

/** A column whose dates fit two orders and that is no custom one: nobody may guess. */
const openQuestion = ({ columns, file }: State): string | undefined =>
  columns.find(
    ({ field }, at) =>
      ['expectedClose', 'startAt', 'endAt', 'dueAt'].includes(field) &&
      isOpen(file.scan.facts[at] ?? newFacts(), file.source.settings),
  )?.header;

/** Reads cells of a field of dates in the order the person or the file has said. */
const withDates = (file: OpenFile, columns: readonly CustomerColumn[]): CustomerColumn[] =>
  columns.map((column, at) => {
    const facts = file.scan.facts[at] ?? newFacts();
    const { dates: wanted } = file.source.settings;
    const { isoDates, dmyDates, mdyDates } = facts;
    const most = Math.max(isoDates, dmyDates, mdyDates);
    const guessed = isoDates === most ? 'ymd' : dmyDates === most ? 'dmy' : 'mdy';
    const dates = wanted === 'auto' ? guessed : wanted;
    return { ...column, reading: { ...column.reading, dates } };
  });

/**
 * Reads a file of contacts, products, deals, activities or tasks, one record a row, and writes them.
 * A record whose customer is nowhere stays, without it.
 * Refuses: file-needs-answer (dates that fit two orders), cancelled, storage-full.
 */
export const importRecords = async (
  way: ImportWay,
  file: OpenFile,
  kind: RecordKind,
): Promise<Result<null>> => {
  const { importId, now } = way.input;
  const { decimal } = file.source.settings;
  const state: State = {
    ...{ way, file, kind },
    columns: withDates(file, columnsOf(file)),
    decimal: decimal === ',' ? ',' : '.',
    ...{ kept: new Set(), met: new Map(), drawn: new Map(), waiting: [] },
  };
  const column = openQuestion(state);
  if (column !== undefined) return refuse('file-needs-answer', { column, question: 'dates' });
  for (const table of new Set(linkColumns(state).map((link) => link.table)))
    await loadNames(way.db, way.book, table);
  if (kind === 'products') await loadNames(way.db, way.book, 'products');
  const read = await readAll(state);
  if (!read.ok) return read;
  const custom = [
    ...state.columns.filter((each) => each.field === 'custom' || state.kept.has(each)),
    ...way.joinsFor(file).flatMap(({ columns }) => columns),
  ];
  const settled = await way.writer.settle();
  if (!settled.ok) return refuse(settled.refusal.code, settled.refusal.facts);
  const fields = await defineFields(way, custom, { entity: kind, importId, now });
  return fields.ok ? way.writer.write({ fieldDefinitions: fields.value }) : fields;
};
