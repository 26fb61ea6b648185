import type { HeadRow, TableRemark } from '#contracts/import.ts';
import { findHeader, type HeaderPlace, joinHeader } from '#core/imports/find-header.ts';
import type { RowPart, TableSource } from './table-source.ts';

/** A file's rows as they stand in it, before the header is found. */
export type RawTable = Omit<TableSource, 'headerAt' | 'key' | 'head'> & {
  /** Rows that are surely no part of the table. */
  readonly least: number;
  /** Whether rows end where their last filled cell is: then short ones are filled up. */
  readonly padded: boolean;
};

/** What is looked at to find the header. */
const headRows = 100;
const headBytes = 256 * 1024;

const peek = async ({ rows, totalBytes }: RawTable): Promise<RowPart['rows']> => {
  const head: (readonly string[])[] = [];
  let whole = true;
  for await (const part of rows(headBytes)) {
    head.push(...part.rows.slice(0, headRows + 1 - head.length));
    whole = totalBytes <= headBytes;
    if (head.length > headRows) break;
  }
  // The last row may be cut where the look ends.
  return whole || head.length > headRows ? head.slice(0, headRows) : head.slice(0, -1);
};

const lineOf = (row: readonly string[], between = ' '): string =>
  row
    .filter((cell) => cell.trim() !== '')
    .join(between)
    .slice(0, 200);

/** Rows offered as the header. */
const offeredRows = 20;

const offer = (head: RowPart['rows'], least: number, headerAt: number): HeadRow[] =>
  head.flatMap((row, at) => {
    const text = lineOf(row, ' · ');
    const isOffered = at >= least && (at < least + offeredRows || at === headerAt);
    return isOffered && text !== '' ? [{ at, text }] : [];
  });

const remarksOn = (
  head: RowPart['rows'],
  { at, lines }: HeaderPlace,
  least: number,
): TableRemark[] => {
  const left = head
    .slice(least, at)
    .map((row) => lineOf(row))
    .filter((line) => line !== '');
  const preamble = { about: 'preamble', count: left.length, lines: left.slice(0, 20) } as const;
  const twice = { about: 'two-line-header', count: 2 } as const;
  return [...(left.length > 0 ? [preamble] : []), ...(lines === 2 ? [twice] : [])];
};

const pad = (row: readonly string[], width: number): readonly string[] =>
  row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')];

type Arrangement = HeaderPlace & { readonly width: number };

/** Rows from the header on, its two lines made one. */
async function* arrangeRows(
  parts: AsyncGenerator<RowPart>,
  { at, lines, width }: Arrangement,
): AsyncGenerator<RowPart> {
  let ahead = at;
  let upper: readonly string[] | undefined;
  let joining = lines === 2;
  for await (const part of parts) {
    const skipped = Math.min(ahead, part.rows.length);
    ahead -= skipped;
    let rows = skipped === 0 ? part.rows : part.rows.slice(skipped);
    let gone = skipped;
    if (joining && upper === undefined && rows.length > 0) {
      upper = rows[0];
      rows = rows.slice(1);
      gone += 1;
    }
    if (joining && upper !== undefined && rows.length > 0) {
      rows = [joinHeader(upper, rows[0] ?? []), ...rows.slice(1)];
      joining = false;
    }
    if (width > 0) rows = rows.map((row) => pad(row, width));
    const broken =
      gone === 0 ? part.broken : part.broken.map((row) => row - gone).filter((row) => row >= 0);
    yield { ...part, rows, broken };
  }
}

/**
 * A table from its header on. A person's word for where it begins goes first; what is left out above
 * it becomes a remark.
 */
export const arrangeTable = async (
  raw: RawTable,
  said: { readonly headerAt?: number | undefined; readonly hasHeader?: boolean | undefined } = {},
): Promise<TableSource> => {
  const { least, padded, ...source } = raw;
  // Without a header every row is one of the table, unless somebody says where they begin.
  const from = said.headerAt ?? (said.hasHeader === false ? least : undefined);
  const headerAt = from === undefined ? undefined : Math.max(from, least);
  const head = source.hasHeader === true ? [] : await peek(raw);
  const found = findHeader(head.slice(headerAt ?? least));
  const at = headerAt ?? least + found.at;
  const isTwo = said.hasHeader !== false && (headerAt === undefined || found.at === 0);
  const lines = isTwo ? found.lines : 1;
  const table = head.slice(at);
  const width = padded ? table.reduce((most, row) => Math.max(most, row.length), 0) : 0;
  const arrangement = { at, lines, width };
  const { form, encoding, delimiter, sheet = '' } = source;
  return {
    ...source,
    headerAt: at,
    head: offer(head, least, at),
    remarks: [...source.remarks, ...remarksOn(head, arrangement, least)],
    key: [form, encoding, delimiter, sheet, at, lines].join('\n'),
    rows: (mostBytes) => arrangeRows(raw.rows(mostBytes), arrangement),
  };
};
