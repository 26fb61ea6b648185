import { addCell, type ColumnFacts, newFacts } from '#core/imports/column-facts.ts';
import { detectHeader, uniqueHeaders } from '#core/imports/detect-header.ts';
import { guessDelimiter } from '#core/imports/guess-delimiter.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { detectEncoding, looksBinary } from './detect-encoding.ts';
import { readRows } from './read-rows.ts';
import { textDecoder } from './read-text.ts';

/** Larger files are refused: what a tablet can hold sealed ends far below. */
export const largestFile = 512 * 1024 * 1024;

const headBytes = 256 * 1024;

export type Form = {
  readonly encoding: string;
  readonly delimiter: string;
  readonly head: string;
};

const conflictLine = /^(?:<{7} |>{7} |={7}$)/mu;

const readHead = async (file: Blob): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, headBytes).arrayBuffer());

/**
 * How a file is to be read: encoding and delimiter, unless they are given.
 * Refuses: file-empty, file-too-large, file-binary, file-unreadable, file-conflict-markers.
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
  const encoding = given.encoding ?? detectEncoding(bytes).encoding;
  if (looksBinary(bytes, encoding)) return refuse('file-binary');
  let head: string;
  try {
    head = textDecoder(encoding)(bytes, false);
  } catch {
    return refuse('file-unreadable', { encoding });
  }
  if (head.trim() === '') return refuse('file-empty');
  const conflict = conflictLine.exec(head);
  if (conflict !== null && /^<{7} /mu.test(head)) {
    const line = head.slice(0, conflict.index).split('\n').length;
    return refuse('file-conflict-markers', { line });
  }
  return accept({ encoding, delimiter: given.delimiter ?? guessDelimiter(head), head });
};

export type Scan = {
  readonly headers: readonly string[];
  readonly hasHeader: boolean;
  readonly facts: readonly ColumnFacts[];
  /** The first rows, at most 50. */
  readonly preview: readonly (readonly string[])[];
  readonly rows: number;
};

type Watch = {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
};

const start = (rows: readonly (readonly string[])[], wanted: boolean | undefined) => {
  const hasHeader = wanted ?? detectHeader(rows.slice(0, 20));
  const width = rows[0]?.length ?? 0;
  const named = hasHeader ? (rows[0] ?? []) : Array.from({ length: width }, () => '');
  return { hasHeader, headers: uniqueHeaders(named), facts: named.map(newFacts) };
};

/**
 * Reads a whole file once to learn its columns. A type that holds for a sample may fail in the last
 * row, and no cell may be lost, so all rows are looked at.
 * Refuses: cancelled, file-no-rows.
 */
export const scanFile = async (
  file: Blob,
  form: Pick<Form, 'encoding' | 'delimiter'>,
  hasHeader: boolean | undefined,
  { signal, onBytes }: Watch = {},
): Promise<Result<Scan>> => {
  let begun: ReturnType<typeof start> | undefined;
  const preview: (readonly string[])[] = [];
  let count = 0;
  for await (const { rows, bytes } of readRows(file, form.encoding, form.delimiter)) {
    if (signal?.aborted) return refuse('cancelled');
    if (rows.length === 0) continue;
    const first = begun === undefined;
    begun ??= start(rows, hasHeader);
    for (const row of first && begun.hasHeader ? rows.slice(1) : rows) {
      count += 1;
      if (preview.length < 50) preview.push(row);
      for (const [at, facts] of begun.facts.entries()) addCell(facts, row[at] ?? '');
    }
    onBytes?.(bytes);
  }
  if (begun === undefined || count === 0) return refuse('file-no-rows');
  return accept({ ...begun, preview, rows: count });
};
