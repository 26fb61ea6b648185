import { addCell, type ColumnFacts, newFacts } from '#core/imports/column-facts.ts';
import { detectHeader, uniqueHeaders } from '#core/imports/detect-header.ts';
import { guessDelimiter } from '#core/imports/guess-delimiter.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { detectEncoding, looksBinary } from './detect-encoding.ts';
import { mendRow, refuseWidth } from './read-cells.ts';
import { findNonUtf8, textDecoder } from './read-text.ts';
import type { TableSource } from './table-source.ts';

/** Larger files are refused: what a tablet can hold sealed ends far below. */
export const largestFile = 512 * 1024 * 1024;

const headBytes = 256 * 1024;

export type Form = {
  readonly encoding: string;
  readonly delimiter: string;
  readonly head: string;
  /** 1 where the first line only says what parts the cells. */
  readonly headerAt: number;
};

/** More columns than this are no table but a file read with the wrong delimiter. */
const mostColumns = 4096;

/**
 * The encoding of a whole file. A head of plain letters says nothing: where strict UTF-8 fails later
 * on, the text around that place decides.
 */
const settleEncoding = async (file: Blob, head: Uint8Array): Promise<string> => {
  const { encoding, bomBytes } = detectEncoding(head);
  if (encoding !== 'utf-8' || bomBytes > 0) return encoding;
  const odd = await findNonUtf8(file);
  return odd === undefined ? encoding : detectEncoding(odd).encoding;
};

const readHead = async (file: Blob): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, headBytes).arrayBuffer());

/** The delimiter that spreadsheets may write into a first line of its own: `sep=;`. */
const saidDelimiter = (head: string): string | undefined =>
  /^\s*"?sep=([^\r\n])"?[\r\n]/iu.exec(head)?.[1];

/**
 * How a file is to be read: encoding and delimiter, unless they are given.
 * Refuses: file-empty, file-too-large, file-binary, file-unreadable.
 */
export const readForm = async (
  file: Blob,
  given: { readonly encoding?: string | undefined; readonly delimiter?: string | undefined },
): Promise<Result<Form>> => {
  if (file.size === 0) return refuse('file-empty');
  if (file.size > largestFile)
    return refuse('file-too-large', { bytes: file.size, mostBytes: largestFile });
  let bytes: Uint8Array;
  try {
    bytes = await readHead(file);
  } catch {
    // The file was moved, changed or taken away since it was picked.
    return refuse('file-unreadable');
  }
  const encoding = given.encoding ?? (await settleEncoding(file, bytes));
  if (looksBinary(bytes, encoding)) return refuse('file-binary');
  let head: string;
  try {
    head = textDecoder(encoding)(bytes, false);
  } catch {
    return refuse('file-unreadable', { encoding });
  }
  if (head.trim() === '') return refuse('file-empty');
  // Four bytes a letter under the mark of two, or not that encoding at all.
  if (head.split('\0').length > head.length / 10 + 2)
    return refuse('file-unreadable', { encoding });
  const said = saidDelimiter(head);
  const delimiter = given.delimiter ?? said ?? guessDelimiter(head);
  return accept({ encoding, delimiter, head, headerAt: said === undefined ? 0 : 1 });
};

export type Scan = {
  readonly headers: readonly string[];
  readonly hasHeader: boolean;
  readonly facts: readonly ColumnFacts[];
  /** The first rows, at most 50. */
  readonly preview: readonly (readonly string[])[];
  readonly rows: number;
};

/** A table whose columns are known, ready to be read again. */
export type ScannedTable = Scan & { readonly source: TableSource };

/** How a long scan is watched and ended. */
export type ScanWatch = {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Only the beginning of a large file. */
  readonly mostBytes?: number | undefined;
};

const start = (rows: readonly (readonly string[])[], wanted: boolean | undefined) => {
  const hasHeader = wanted ?? detectHeader(rows.slice(0, 20));
  const width = rows[0]?.length ?? 0;
  const named = hasHeader ? (rows[0] ?? []) : Array.from({ length: width }, () => '');
  return { hasHeader, headers: uniqueHeaders(named), facts: named.map(newFacts) };
};

/** Marks of a merge that was never finished, at the start of a line. */
const watchConflict = () => {
  let opened = -1;
  return (row: readonly string[], index: number): number | undefined => {
    const [cell = ''] = row;
    if (opened < 0 && cell.startsWith('<<<<<<< ')) opened = index;
    return opened >= 0 && cell.startsWith('>>>>>>> ') ? opened : undefined;
  };
};

/**
 * Reads a whole file once to learn its columns. A type that holds for a sample may fail in the last
 * row, and no cell may be lost, so all rows are looked at; those that will be refused say nothing.
 * Refuses: cancelled, file-no-rows, file-unreadable (too many columns), file-conflict-markers.
 */
export const scanFile = async (
  source: TableSource,
  wanted: boolean | undefined,
  { signal, onBytes, mostBytes }: ScanWatch = {},
): Promise<Result<Scan>> => {
  const hasHeader = source.hasHeader ?? wanted;
  let begun: ReturnType<typeof start> | undefined;
  const preview: (readonly string[])[] = [];
  const conflictAt = watchConflict();
  let count = 0;
  for await (const { rows, bytes, broken, stopped } of source.rows(mostBytes)) {
    if (signal?.aborted) return refuse('cancelled');
    if (stopped !== undefined) return { ok: false, refusal: stopped };
    onBytes?.(bytes);
    if (rows.length === 0) continue;
    const skipped = begun === undefined ? 1 : 0;
    begun ??= start(rows, hasHeader);
    const { facts, headers } = begun;
    const torn = new Set(broken);
    if (headers.length > mostColumns) return refuse('file-unreadable', { columns: headers.length });
    for (let at = begun.hasHeader ? skipped : 0; at < rows.length; at += 1) {
      const read = rows[at] ?? [];
      const row = mendRow(read, headers.length, source);
      const conflict = conflictAt(row, count);
      if (conflict !== undefined) return refuse('file-conflict-markers', { row: conflict + 1 });
      count += 1;
      if (preview.length < 50) preview.push(row);
      if (torn.has(at) || refuseWidth(row, headers.length, count) !== undefined) continue;
      for (let n = 0; n < facts.length; n += 1) addCell(facts[n] as ColumnFacts, row[n] ?? '');
    }
  }
  if (begun === undefined || count === 0) return refuse('file-no-rows');
  return accept({ ...begun, preview, rows: count });
};
