import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { BatchRecords } from '#db/bulk-write.ts';
import { commit, type Write } from '#db/commit.ts';
import { reserveOrds } from '#db/places.ts';
import { defineFields } from './define-fields.ts';
import { type ImportWay, idOfRow, showAdded, showUpdated } from './import-way.ts';
import { skipRow } from './import-writer.ts';
import { joinRow } from './join-lookups.ts';
import { addToBook, loadNames } from './link-book.ts';
import { type MadeRecord, makeRecord, type RecordKind } from './make-record.ts';
import { findKnown, keysOf, mergeRecord } from './match-records.ts';
import { columnsOf, eachRow, type OpenFile } from './open-file.ts';
import { readCell } from './read-cells.ts';
import { openQuestion, withDates } from './record-dates.ts';
import { askForLinks, linkColumns, linksOf } from './record-links.ts';
import type { Made, RecordState, Waiting } from './record-state.ts';
import { rowCells } from './row-cells.ts';

const batchRows = 1000;

const customOf = (state: RecordState, row: readonly string[]): Record<string, CustomValue> => {
  const custom: Record<string, CustomValue> = {};
  for (const [at, { field, header, reading }] of state.columns.entries())
    if (field === 'custom') custom[header] = readCell(row[at] ?? '', reading);
  return { ...custom, ...joinRow(row, state.way.joinsFor(state.file)) };
};

const makeAll = (state: RecordState, rows: readonly Waiting[]): Made[] => {
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

const nameOf = (record: MadeRecord): string =>
  'name' in record ? record.name : 'title' in record ? record.title : record.text;

const write = async (state: RecordState, fresh: readonly Made[]): Promise<Result<null>> => {
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

const remember = (state: RecordState, record: MadeRecord): void => {
  for (const key of keysOf(state, record)) state.met.set(key, record.id);
  if (state.way.isDry) state.drawn.set(record.id, record);
};

const flush = async (state: RecordState, size: number): Promise<Result<null>> => {
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

const readAll = async (state: RecordState): Promise<Result<null>> => {
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
  const state: RecordState = {
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
