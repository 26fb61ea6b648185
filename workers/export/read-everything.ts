import * as v from 'valibot';
import { canonicalJson } from '#core/exports/canonical-json.ts';
import { recordSchemas } from '#core/exports/record-schemas.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { AnyRecord, RecordTable } from '#db/record-tables.ts';
import { openDigest } from './record-digest.ts';
import { exportVersion } from './write-everything.ts';

const columnsSchema = v.object({
  set: v.pipe(v.string(), v.regex(/^(?:segments|scores)\.[\w-]+$/u)),
  first: v.pipe(v.number(), v.integer(), v.multipleOf(1000), v.minValue(0)),
  ids: v.pipe(v.array(v.nullable(v.string())), v.maxLength(1000)),
  columns: v.record(
    v.picklist(['segment', 'probability', 'answered']),
    v.array(v.nullable(v.union([v.number(), v.string(), v.boolean()]))),
  ),
});
const inUseSchema = v.object({
  activeModel: v.optional(v.string()),
  activeSegmentRun: v.optional(v.string()),
});

/** One line of a file of everything, checked. */
export type Entry =
  | { readonly kind: 'record'; readonly table: RecordTable; readonly record: AnyRecord }
  | { readonly kind: 'columns'; readonly chunk: v.InferOutput<typeof columnsSchema> }
  | { readonly kind: 'inUse'; readonly inUse: Readonly<Record<string, string>> };

export type Reading = {
  readonly exportedAt: number;
  /** Called with each line's entry, in order. Answer a refusal to stop. */
  readonly digest: string;
  readonly count: number;
};

/** Lines above this are no record of ours; they are refused before they fill the memory. */
const longestLine = 64 * 1024 * 1024;

async function* linesOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream('utf-8')).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) break;
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** A key that would reach an object's prototype makes the whole line suspect. */
const parse = (text: string): unknown =>
  JSON.parse(text, (key, value) => {
    if (key === '__proto__') throw new SyntaxError('a key no export of ours holds');
    return value;
  });

const headSchema = v.object({
  rapport: v.literal('export'),
  version: v.number(),
  exportedAt: v.number(),
});
const footSchema = v.object({ count: v.number(), digest: v.string() });

const tryParse = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

const entryOf = (line: string): Entry | undefined => {
  const parsed = tryParse(line.endsWith(',') ? line.slice(0, -1) : line);
  if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
  const [table, value] = parsed as [unknown, unknown];
  if (table === 'columns')
    return v.is(columnsSchema, value) ? { kind: 'columns', chunk: value } : undefined;
  if (table === 'inUse')
    return v.is(inUseSchema, value)
      ? { kind: 'inUse', inUse: value as Record<string, string> }
      : undefined;
  if (typeof table !== 'string' || !Object.hasOwn(recordSchemas, table)) return undefined;
  const schema = recordSchemas[table as RecordTable];
  if (!v.is(schema, value)) return undefined;
  return { kind: 'record', table: table as RecordTable, record: value as AnyRecord };
};

const readHead = (line: string | undefined): Result<number> => {
  const text = line?.replace(/,"records":\[$/u, '}');
  const head = text === undefined ? undefined : tryParse(text);
  if (!v.is(headSchema, head)) return refuse('export-not-ours');
  if (head.version > exportVersion) return refuse('export-newer');
  return accept(head.exportedAt);
};

/**
 * Reads a file of everything line by line and checks each: its table, the record against its schema,
 * at the end the count and the digest. `onEntry` gets every entry in order and may refuse.
 * Refuses: export-not-ours, export-newer, export-damaged (with the line).
 */
export const readEverything = async (
  file: Blob,
  onEntry: (entry: Entry) => Promise<Result<null>> | Result<null>,
): Promise<Result<Reading>> => {
  const lines = linesOf(file);
  const exportedAt = readHead((await lines.next()).value as string | undefined);
  if (!exportedAt.ok) return exportedAt;
  const digest = openDigest();
  let count = 0;
  let foot: unknown;
  for await (const line of lines) {
    if (line.startsWith('],')) {
      foot = tryParse(`{${line.slice(2)}`);
      break;
    }
    if (line === '') continue;
    const entry = entryOf(line);
    if (entry === undefined) return refuse('export-damaged', { line: count + 2 });
    const text = line.endsWith(',') ? line.slice(0, -1) : line;
    await digest.add(canonicalJson(JSON.parse(text)));
    count += 1;
    const taken = await onEntry(entry);
    if (!taken.ok) return taken;
  }
  const told = await digest.end();
  if (!v.is(footSchema, foot) || foot.count !== count || foot.digest !== told)
    return refuse('export-damaged', { line: count + 2 });
  return accept({ exportedAt: exportedAt.value, count, digest: told });
};
