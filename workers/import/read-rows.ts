import Papa from 'papaparse';
import { readText } from './read-text.ts';
import type { RowPart } from './table-source.ts';

/** Text kept waiting for a closing quote; beyond it the quote is taken for a mistake. */
const longestPending = 4 << 20;

/** Text looked at in one go after a torn quote: it grows while all is well, so both stay cheap. */
const shortLook = 1 << 11;
const longLook = 1 << 16;

type Parsed = {
  readonly data: string[][];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};
type RowParser = {
  readonly parse: (input: string, baseIndex: number, ignoreLastRow: boolean) => Parsed;
};

type Manner = { readonly delimiter: string; readonly newline: '\n' | '\r' };

// Papa streams only from sources of its own; its row parser is what is needed here.
const makeParser = (manner: Manner, preview = 0): RowParser =>
  new Papa.Parser({ ...manner, quoteChar: '"', preview });

/**
 * The line end of a text. Where both kinds occur a row ends with \n, and a \r before it is taken off
 * the last cell.
 */
export const newlineOf = (head: string): '\n' | '\r' => {
  let quoted = false;
  for (const char of head) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '\n') return '\n';
  }
  return head.includes('\r') && !/\r\n/u.test(head) ? '\r' : '\n';
};

const withoutReturn = (row: string[]): string[] => {
  const last = row.at(-1);
  if (last?.endsWith('\r')) row[row.length - 1] = last.slice(0, -1);
  return row;
};

const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0]?.trim() === '';

type Taken = { readonly rows: string[][]; readonly broken: number[]; rest: string };

const take = (taken: Taken, parsed: Parsed, until = parsed.data.length): void => {
  for (const row of parsed.data.slice(0, until))
    if (!isBlank(row)) taken.rows.push(withoutReturn(row));
};

/** Gives up one line. Answers false when its end has not been read yet. */
const giveUpLine = (taken: Taken, newline: string, last: boolean): boolean => {
  const end = taken.rest.indexOf(newline);
  if (end < 0 && !last) return false;
  const line = end < 0 ? taken.rest : taken.rest.slice(0, end);
  taken.broken.push(taken.rows.length);
  taken.rows.push([line.slice(0, 200)]);
  taken.rest = end < 0 ? '' : taken.rest.slice(end + newline.length);
  return true;
};

/** After so many torn lines a part of a file is read line by line: a cell of two lines is torn too. */
const mostTorn = 200;

const takeLine = (taken: Taken, manner: Manner, last: boolean): boolean => {
  const end = taken.rest.indexOf(manner.newline);
  if (end < 0 && !last) return false;
  const line = end < 0 ? taken.rest : taken.rest.slice(0, end);
  const parsed = makeParser(manner).parse(line, 0, false);
  if (parsed.errors.some(({ type }) => type === 'Quotes'))
    return giveUpLine(taken, manner.newline, last);
  take(taken, parsed);
  taken.rest = end < 0 ? '' : taken.rest.slice(end + 1);
  return true;
};

/** Rows around torn quotes: each costs the line it opens in, and the next line is read afresh. */
const takeCarefully = (text: string, last: boolean, manner: Manner): Taken => {
  const taken: Taken = { rows: [], broken: [], rest: text };
  const parser = makeParser(manner);
  let reach = shortLook;
  while (taken.rest !== '') {
    if (taken.broken.length > mostTorn) {
      if (!takeLine(taken, manner, last)) break;
      continue;
    }
    const whole = reach >= taken.rest.length;
    const piece = whole ? taken.rest : taken.rest.slice(0, reach);
    const parsed = parser.parse(piece, 0, !(whole && last));
    const bad = parsed.errors.find(({ type }) => type === 'Quotes');
    if (bad !== undefined) {
      const row = bad.row ?? 0;
      const before = row === 0 ? undefined : makeParser(manner, row).parse(piece, 0, false);
      if (before !== undefined) take(taken, before, row);
      taken.rest = taken.rest.slice(before?.meta.cursor ?? 0);
      if (!giveUpLine(taken, manner.newline, last)) break;
      reach = shortLook;
      continue;
    }
    take(taken, parsed);
    const used = whole && last ? piece.length : parsed.meta.cursor;
    taken.rest = taken.rest.slice(used);
    if (used > 0) reach = Math.min(reach * 2, longLook);
    else if (reach >= longestPending) {
      if (!giveUpLine(taken, manner.newline, last)) break;
      reach = shortLook;
    } else if (whole) break;
    else reach *= 2;
  }
  return taken;
};

const takeRows = (text: string, last: boolean, manner: Manner): Taken => {
  const parsed = makeParser(manner).parse(text, 0, !last);
  const torn = parsed.errors.some(({ type }) => type === 'Quotes');
  const rest = last ? '' : text.slice(parsed.meta.cursor);
  if (torn || rest.length > longestPending) return takeCarefully(text, last, manner);
  const taken: Taken = { rows: [], broken: [], rest };
  take(taken, parsed);
  return taken;
};

/**
 * The rows of a delimited text file, header included, blank lines left out. A quote that is never
 * closed costs its own line only: the lines after it are read again as lines. No part of the file
 * longer than 4 Mi characters is kept waiting.
 */
export async function* readRows(
  file: Blob,
  encoding: string,
  delimiter: string,
): AsyncGenerator<RowPart> {
  let pending = '';
  let manner: Manner | undefined;
  // A line longer than anything kept waiting: it is given up once, and left out to its end.
  let skipping = false;
  for await (const { text, bytes, last } of readText(file, encoding)) {
    pending += text;
    manner ??= { delimiter, newline: newlineOf(pending) };
    if (skipping) {
      const end = pending.indexOf(manner.newline);
      pending = end < 0 ? '' : pending.slice(end + 1);
      if (end < 0) continue;
      skipping = false;
    }
    const { rows, broken, rest } = takeRows(pending, last, manner);
    pending = rest;
    if (pending.length > longestPending && !pending.includes(manner.newline)) {
      broken.push(rows.length);
      rows.push([pending.slice(0, 200)]);
      pending = '';
      skipping = !last;
    }
    yield { rows, bytes, broken };
  }
}
