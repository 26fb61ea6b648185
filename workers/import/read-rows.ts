import Papa from 'papaparse';
import type { ImportError } from '#core/imports/import-journal.ts';
import { readText } from './read-text.ts';

/** Some rows of a file, in order, and what was wrong with the text around them. */
export type RowPart = {
  readonly rows: readonly (readonly string[])[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
  /** Index, in `rows`, of rows cut short because a quote was never closed. */
  readonly broken: readonly number[];
};

/** Text kept waiting for a closing quote; beyond it the quote is taken for a mistake. */
const longestPending = 4 << 20;

type Parsed = {
  readonly data: string[][];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number; readonly aborted?: boolean };
};
type PapaParser = {
  readonly parse: (input: string, baseIndex: number, ignoreLastRow: boolean) => Parsed;
};
// Papa streams only from sources of its own; its row parser is what is needed here.
const makeParser = (delimiter: string, newline: string, preview = 0): PapaParser =>
  new (Papa as unknown as { Parser: new (config: object) => PapaParser }).Parser({
    delimiter,
    newline,
    quoteChar: '"',
    preview,
  });

/** The line end of a text: the first one outside quotes. */
export const newlineOf = (head: string): '\r\n' | '\n' | '\r' => {
  let quoted = false;
  for (let at = 0; at < head.length; at++) {
    const char = head[at];
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === '\n') return '\n';
    if (char === '\r') return head[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return '\n';
};

/** With mixed line ends a carriage return stays at the end of a row's last cell. */
const withoutReturn = (row: string[]): string[] => {
  const last = row.at(-1);
  if (last?.endsWith('\r')) row[row.length - 1] = last.slice(0, -1);
  return row;
};

const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0]?.trim() === '';

const partOf = (parsed: Parsed, bytes: number): RowPart => {
  const bad = new Set(
    parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? -1),
  );
  const rows: string[][] = [];
  const broken: number[] = [];
  for (const [at, row] of parsed.data.entries()) {
    if (isBlank(row)) continue;
    if (bad.has(at)) broken.push(rows.length);
    rows.push(withoutReturn(row));
  }
  return { rows, bytes, broken };
};

/**
 * The rows of a delimited text file, header included, blank lines left out. A quote that is never
 * closed costs its own line only: the lines after it are read again as lines.
 */
export async function* readRows(
  file: Blob,
  encoding: string,
  delimiter: string,
): AsyncGenerator<RowPart> {
  let pending = '';
  let parser: PapaParser | undefined;
  let newline = '\n';
  for await (const { text, bytes, last } of readText(file, encoding)) {
    pending += text;
    if (parser === undefined) {
      newline = newlineOf(pending);
      parser = makeParser(delimiter, newline);
    }
    // A carriage return at the very end may be half of a line end: wait for the rest.
    if (!last && pending.endsWith('\r')) continue;
    const parsed = parser.parse(pending, 0, !last);
    const unclosed = last && parsed.errors.some(({ type }) => type === 'Quotes');
    if (unclosed) {
      yield* readAgain(pending, delimiter, newline, bytes);
      return;
    }
    pending = pending.slice(parsed.meta.cursor);
    yield partOf(parsed, bytes);
    while (!last && pending.length > longestPending) {
      const end = pending.indexOf(newline) + newline.length;
      if (end < newline.length) break;
      yield { rows: [[pending.slice(0, end - newline.length)]], bytes, broken: [0] };
      pending = pending.slice(end);
      const again = parser.parse(pending, 0, true);
      pending = pending.slice(again.meta.cursor);
      yield partOf(again, bytes);
    }
  }
}

/** The end of a file with an open quote: the row it opens in is given up, the rest is read. */
function* readAgain(
  text: string,
  delimiter: string,
  newline: string,
  bytes: number,
): Generator<RowPart> {
  const parser = makeParser(delimiter, newline);
  let rest = text;
  while (rest !== '') {
    const whole = parser.parse(rest, 0, false);
    const bad = whole.errors.find(({ type }) => type === 'Quotes');
    if (bad === undefined) {
      yield partOf(whole, bytes);
      return;
    }
    const sound = bad.row ?? 0;
    if (sound > 0) {
      const before = makeParser(delimiter, newline, sound).parse(rest, 0, false);
      yield partOf({ ...before, errors: [] }, bytes);
      rest = rest.slice(before.meta.cursor);
    }
    const end = rest.indexOf(newline);
    yield { rows: [[end < 0 ? rest : rest.slice(0, end)]], bytes, broken: [0] };
    rest = end < 0 ? '' : rest.slice(end + newline.length);
  }
}

/** The reason a row gets that a quote tore. */
export const brokenQuote = (row: number): ImportError => ({
  row,
  column: '',
  reason: 'quote-not-closed',
});
