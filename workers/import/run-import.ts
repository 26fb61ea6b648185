import type { FileReceipt, ImportCheck, ImportReceipt } from '#contracts/import.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { importCustomers } from './import-customers.ts';
import { importOrders, type Made } from './import-orders.ts';
import { importRecords } from './import-records.ts';
import { type ImportWay, type RunInput, type RunJob, sumTallies } from './import-way.ts';
import { openDryWriter, openImportWriter } from './import-writer.ts';
import { type Join, joinsOf } from './join-lookups.ts';
import { newLinkBook } from './link-book.ts';
import { recordKinds } from './make-record.ts';
import { type OpenFile, openFile } from './open-file.ts';
import { countLookups, readLookups } from './read-lookups.ts';
import { settlePercents } from './settle-percents.ts';

export type { RunJob } from './import-way.ts';

const openAll = async (db: Database, input: RunInput, job: RunJob): Promise<Result<OpenFile[]>> => {
  const files: OpenFile[] = [];
  for (const [at, source] of [input, ...(input.others ?? [])].entries()) {
    const opened = await openFile(source, at, job);
    if (!opened.ok) return opened;
    files.push(opened.value);
  }
  await settlePercents(db, files);
  return accept(files);
};

const countsOf = ({ source, scan, tally }: OpenFile) => {
  const { rowsRead, added, updated, skipped, mended, attached } = tally;
  const headers = [...scan.headers];
  const went = new Map(source.columns.map(({ header, field }) => [header, field]));
  const fields = headers.map((header) => went.get(header) ?? 'skip');
  const counts = { rowsRead, added, updated, skipped, mended, attached };
  return { name: source.name, as: source.as, headers, fields, ...counts };
};

/** How far all files are: bytes of those behind, and of the one at hand. */
const teller = (files: readonly OpenFile[], job: RunJob): ImportWay['tell'] => {
  const done = new Map<number, number>();
  const totalBytes = files.reduce((sum, { scan }) => sum + scan.source.totalBytes, 0);
  return ({ at }, bytes) => {
    done.set(at, bytes);
    const { rowsRead, skipped } = sumTallies(files.map(({ tally }) => tally));
    const read = [...done.values()].reduce((sum, part) => sum + part, 0);
    job.progress({ bytes: read, totalBytes, rows: rowsRead, skipped });
    job.beat();
  };
};

const openWay = (
  db: Database,
  input: RunInput,
  files: readonly OpenFile[],
  { job, isDry }: { readonly job: RunJob; readonly isDry: boolean },
): ImportWay => {
  const { importId, name: fileName, as, now } = input;
  const source = files[0]?.scan.source;
  const { encoding = '', delimiter = '' } = source ?? {};
  const standing = {
    tally: () => sumTallies(errorsNamed(files)),
    files: () => files.map(countsOf),
  };
  const about = { importId, fileName, as, encoding, delimiter, now };
  const lookups: ImportWay['lookups'][number][] = [];
  const joins = new Map<number, readonly Join[]>();
  return {
    ...{ db, input, job, isDry, lookups },
    writer: isDry ? openDryWriter() : openImportWriter(db, about, standing),
    book: newLinkBook(input),
    defined: new Set(),
    isLinking:
      files.length > 1 ||
      files.some(({ source: own }) => own.columns.some(({ field }) => field === 'parent')),
    shown: { added: [], updated: [] },
    tell: teller(files, job),
    joinsFor: (file) => {
      const known = joins.get(file.at) ?? joinsOf(file.scan.headers, lookups);
      joins.set(file.at, known);
      return known;
    },
  };
};

/** Of several files a refusal names its own. */
const errorsNamed = (files: readonly OpenFile[]) =>
  files.map(({ tally, source }) =>
    files.length === 1
      ? tally
      : { ...tally, errors: tally.errors.map((error) => ({ ...error, file: source.name })) },
  );

/** Every kind after those it names, whatever the order of the files. */
const importAll = async (way: ImportWay, files: readonly OpenFile[]): Promise<Result<Made>> => {
  const made = { customers: 0, orders: 0, products: 0, returns: 0 };
  const of = (kind: string) => files.filter(({ source }) => source.as === kind);
  const read = await readLookups(way, files);
  if (!read.ok) return read;
  for (const file of of('customers')) {
    const done = await importCustomers(way, file);
    if (!done.ok) return done;
  }
  for (const kind of recordKinds) {
    // Orders find the products of the files, and what names orders' customers finds them.
    const orders = kind === 'deals' ? of('orders') : [];
    if (orders.length > 0) {
      const done = await importOrders(way, orders);
      if (!done.ok) return done;
      Object.assign(made, done.value);
    }
    for (const file of of(kind)) {
      const done = await importRecords(way, file, kind);
      if (!done.ok) return done;
    }
  }
  countLookups(way);
  return accept(made);
};

const fileReceipt = (way: ImportWay, file: OpenFile): FileReceipt => {
  const { encoding, delimiter } = file.scan.source;
  const lookup = way.lookups.find((each) => each.file === file);
  const leftOut = (lookup?.leftOut ?? []).map((header) => ({ header, why: 'no-room' as const }));
  return { ...countsOf(file), encoding, delimiter, errors: file.tally.errors, leftOut };
};

const byCount = <T extends { readonly count: number }>(list: Map<string, T>): T[] =>
  [...list.values()].sort((a, b) => b.count - a.count).slice(0, 200);

const receiptOf = (
  way: ImportWay,
  files: readonly OpenFile[],
  made: Made,
): Omit<ImportReceipt, 'importId' | 'ms'> => {
  const tally = sumTallies(errorsNamed(files));
  const customers = made.customers + (files[0]?.source.as === 'customers' ? tally.added : 0);
  const first = files[0]?.scan.source;
  return {
    ...{ encoding: first?.encoding ?? '', delimiter: first?.delimiter ?? '' },
    ...tally,
    files: files.map((file) => fileReceipt(way, file)),
    made: files.length === 1 ? { ...made, customers } : made,
    near: byCount(way.book.near),
    unlinked: byCount(way.book.unlinked),
  };
};

/**
 * Imports files that belong together: looks at all of them, then writes them, customers and products
 * before what names them. Cancelled or refused: nothing of it is left.
 * Refuses what openTable, scanFile, importCustomers, importRecords and importOrders refuse.
 */
export const runImport = async (
  db: Database,
  input: RunInput,
  job: RunJob,
): Promise<Result<ImportReceipt>> => {
  const startedAt = performance.now();
  const files = await openAll(db, input, job);
  if (!files.ok) return files;
  const way = openWay(db, input, files.value, { job, isDry: false });
  const done = await importAll(way, files.value);
  if (!done.ok) return way.writer.giveUp(done);
  const finished = await way.writer.finish();
  if (!finished.ok) return way.writer.giveUp(finished);
  const receipt = receiptOf(way, files.value, done.value);
  return accept({ importId: input.importId, ...receipt, ms: performance.now() - startedAt });
};

/** What an import would do, found out by doing all of it but the writing. */
export const checkImport = async (
  db: Database,
  input: RunInput,
  job: RunJob,
): Promise<Result<ImportCheck>> => {
  const startedAt = performance.now();
  const files = await openAll(db, input, job);
  if (!files.ok) return files;
  const way = openWay(db, input, files.value, { job, isDry: true });
  const done = await importAll(way, files.value);
  if (!done.ok) return done;
  const receipt = receiptOf(way, files.value, done.value);
  return accept({ ...receipt, rows: way.shown, ms: performance.now() - startedAt });
};
