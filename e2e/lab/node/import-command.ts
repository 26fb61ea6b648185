import { type FileKind, fileKinds } from '#core/imports/file-kinds.ts';
import type { GivenSettings, ImportedFiles } from '#e2e/lab/page/lab-contract.ts';
import { needFile, needPlace, offerFile } from './find-input.ts';
import type { LabCommand } from './lab-command.ts';
import { labFailure } from './lab-failure.ts';
import type { Options, OptionTable } from './parse-options.ts';

const delimiters: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t' };

/** How files are read; import takes all of them, other commands too. */
export const readingOptions: OptionTable = {
  encoding: { kind: 'text' },
  delimiter: { kind: 'text' },
  dates: { kind: 'choice', of: ['dmy', 'mdy', 'ymd'] },
  decimal: { kind: 'choice', of: ['.', ','] },
};

/** The settings a person gave; what is absent is guessed by the import. */
export const givenSettings = (options: Options): GivenSettings => {
  const encoding = options.text('encoding');
  const delimiter = options.text('delimiter');
  const dates = options.text('dates') as 'dmy' | 'mdy' | 'ymd' | undefined;
  const decimal = options.text('decimal') as '.' | ',' | undefined;
  return {
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter: delimiters[delimiter] ?? delimiter }),
    ...(dates !== undefined && { dates }),
    ...(decimal !== undefined && { decimal }),
  };
};

const asKind = (text: string): FileKind => {
  const kind = fileKinds.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw labFailure(2, 'usage', `--as takes one of ${fileKinds.join(', ')}; not ${text}`);
};

/** Which kind each file was said to be: `--as orders` for all, `--as orders=FILE` for one. */
export const kindOfFiles = (options: Options): ReadonlyMap<string, FileKind> => {
  const kindOf = new Map<string, FileKind>();
  const named = options.texts('as').filter((text) => text.includes('='));
  for (const text of options.texts('as'))
    if (!text.includes('=')) for (const file of options.files) kindOf.set(file, asKind(text));
  for (const text of named) {
    const file = text.slice(text.indexOf('=') + 1);
    if (!options.files.includes(file))
      throw labFailure(2, 'usage', `--as names ${file}, which is not among the files.`);
    kindOf.set(file, asKind(text.slice(0, text.indexOf('='))));
  }
  return kindOf;
};

const reportOf = (file: string, at: number, { files, receipt }: ImportedFiles) => {
  const { as = 'customers', columns = [] } = files[at] ?? {};
  const own = receipt.files[at];
  const leftOut = new Map(own?.leftOut.map(({ header, why }) => [header, why]));
  const named = columns.map(({ header, field, type }) => {
    const why = leftOut.get(header);
    const place = why === undefined ? { field } : { field: 'skip', why };
    return { header, entity: as, ...place, type };
  });
  const { encoding, delimiter, rowsRead, added, updated, skipped, errors = [] } = own ?? {};
  const refused = errors.map(({ cells: _, ...error }) => error);
  const counts = { rowsRead, added, updated, skipped };
  // What a file of orders also made, where it stands alone.
  const made = files.length === 1 ? { made: receipt.made } : {};
  return { file, as, encoding, delimiter, ...counts, ...made, columns: named, errors: refused };
};

const database = 'lab-import';

export const importCommand: LabCommand = {
  options: {
    ...readingOptions,
    as: { kind: 'texts' },
    map: { kind: 'choice', of: ['auto', 'none'] },
    dump: { kind: 'text' },
    duplicates: { kind: 'choice', of: ['skip', 'update', 'add'] },
    'same-names': { kind: 'choice', of: ['link', 'apart'] },
    country: { kind: 'text' },
  },
  check: (options) => {
    if (options.files.length === 0) throw labFailure(2, 'usage', 'import needs a file.');
    for (const file of options.files) needFile(file);
    needPlace(options.text('dump'));
    kindOfFiles(options);
  },
  run: async (session, options, log) => {
    const kindOf = kindOfFiles(options);
    const startedAt = performance.now();
    const duplicates = options.text('duplicates') as 'skip' | 'update' | 'add' | undefined;
    const sameNames = options.text('same-names') as 'link' | 'apart' | undefined;
    const country = options.text('country');
    const done = await session.call('importFiles', {
      database,
      files: options.files.map((path) => {
        const as = kindOf.get(path);
        return { file: offerFile(session.server, path), ...(as && { as }) };
      }),
      map: options.text('map') === 'none' ? 'none' : 'auto',
      settings: givenSettings(options),
      choices: {
        ...(duplicates && { duplicates, matchBy: 'all' as const }),
        ...(sameNames && { sameNames }),
        ...(country && { country }),
      },
      now: Date.now(),
    });
    const { near, unlinked, importId, made } = done.receipt;
    log(`${done.receipt.added} added, ${done.receipt.skipped} skipped`);
    const ms = performance.now() - startedAt;
    const peakMB = await session.browser.peakMB();
    const dump = options.text('dump');
    const lines = dump === undefined ? undefined : await dumpInto(session, dump, importId, options);
    return {
      files: options.files.map((file, at) => reportOf(file, at, done)),
      made,
      near,
      unlinked,
      ...(lines !== undefined && { dumped: lines }),
      ms: { import: ms },
      peakMB,
      warnings: [],
    };
  },
};

const dumpInto = async (
  session: Parameters<LabCommand['run']>[0],
  path: string,
  importId: string,
  options: Options,
): Promise<number> => {
  await session.restart();
  const taken = session.server.receive(path);
  const asked = { database, importId, files: options.files, url: taken.url };
  const lines = await session.call('dumpTables', asked);
  await taken.finish();
  return lines;
};
