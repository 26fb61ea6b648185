import { newFacts } from '#core/imports/column-facts.ts';
import { foldHeader } from '#core/imports/map-headers.ts';
import type { CustomValue } from '#core/record.ts';
import type { CustomColumn } from './define-fields.ts';
import { normaliseId } from './make-customer.ts';
import { type OpenFile, readingOf } from './open-file.ts';
import { readCell } from './read-cells.ts';

/** A table that says more about a key: its rows by that key. */
export type Lookup = {
  readonly file: OpenFile;
  /** The folded header other files carry. */
  readonly key: string;
  readonly keyAt: number;
  readonly columns: readonly (CustomColumn & { readonly at: number })[];
  readonly rows: Map<string, { readonly row: number; readonly cells: readonly string[] }[]>;
  /** Headers of columns that have no room in another record. */
  readonly leftOut: readonly string[];
  /** Rows some record has taken in. */
  readonly used: Set<number>;
};

/** Longer texts, and pictures written out in digits, have no room in the records of another table. */
const longestJoined = 1000;
const picture = /^0x[0-9a-f]{64,}/iu;

const hasRoom = ({ scan }: OpenFile, at: number): boolean => {
  const facts = scan.facts[at] ?? newFacts();
  return facts.longest <= longestJoined && !scan.preview.some((row) => picture.test(row[at] ?? ''));
};

/** The column of a table that other files carry too: the first such one. */
const keyOf = (file: OpenFile, others: readonly OpenFile[]): number =>
  file.scan.headers.findIndex((header) =>
    others.some(({ scan }) => scan.headers.some((name) => foldHeader(name) === foldHeader(header))),
  );

export const newLookup = (file: OpenFile, others: readonly OpenFile[]): Lookup => {
  const keyAt = keyOf(file, others);
  const chosen = new Map(file.source.columns.map((column) => [column.header, column]));
  const columns = file.scan.headers.flatMap((header, at) => {
    const mapping = chosen.get(header);
    if (at === keyAt || mapping?.field === 'skip' || !hasRoom(file, at)) return [];
    return [{ header, reading: readingOf(file, at, mapping?.type ?? 'text'), at }];
  });
  const taken = new Set([keyAt, ...columns.map(({ at }) => at)]);
  const leftOut = file.scan.headers.filter((_, at) => !taken.has(at) && !hasRoom(file, at));
  const key = foldHeader(file.scan.headers[keyAt] ?? '');
  return { file, key, keyAt, columns, leftOut, rows: new Map(), used: new Set() };
};

/** What a record takes in: from which of its cells, out of which table, under which header. */
export type Join = {
  /** The column of the record's own file whose cell is looked up. */
  readonly at: number;
  readonly lookup: Lookup;
  readonly columns: readonly (CustomColumn & { readonly at: number })[];
};

/** The tables the rows of a file can be joined with; a header it has already gets the table's name. */
export const joinsOf = (headers: readonly string[], lookups: readonly Lookup[]): Join[] => {
  const taken = new Set(headers);
  return lookups.flatMap((lookup) => {
    const at = headers.findIndex((header) => foldHeader(header) === lookup.key);
    if (at < 0 || lookup.key === '') return [];
    const table = lookup.file.source.name.replace(/\.[a-z]+$/iu, '');
    const columns = lookup.columns.map((column) => {
      const header = taken.has(column.header) ? `${column.header} (${table})` : column.header;
      taken.add(header);
      return { ...column, header };
    });
    return [{ at, lookup, columns }];
  });
};

/** The cells a row takes in, by header; where a key has several rows their cells stand in one. */
export const joinRow = (
  row: readonly string[],
  joins: readonly Join[],
): Record<string, CustomValue> => {
  const joined: Record<string, CustomValue> = {};
  for (const { at, lookup, columns } of joins) {
    const found = lookup.rows.get(normaliseId(row[at] ?? '')) ?? [];
    for (const { row: index } of found) lookup.used.add(index);
    for (const { header, at: cellAt, reading } of columns) {
      const cells = found.map(({ cells: all }) => all[cellAt] ?? '');
      if (cells.length === 1) joined[header] = readCell(cells[0] ?? '', reading);
      else if (cells.length > 1) joined[header] = [...new Set(cells)].join('; ');
    }
  }
  return joined;
};
