import type { FileKind } from '#contracts/import.ts';
import type { GivenSettings, ImportedFile } from '#e2e/lab/page/lab-contract.ts';
import { needFile, needPlace, offerFile } from './find-input.ts';
import type { LabCommand } from './lab-command.ts';
import { labFailure } from './lab-failure.ts';
import type { Options, OptionTable } from './parse-options.ts';

const kinds = ['customers', 'orders', 'contacts', 'products', 'deals', 'activities'] as const;
const builtKinds: readonly FileKind[] = ['customers', 'orders'];
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
  if (!(kinds as readonly string[]).includes(text))
    throw labFailure(2, 'usage', `--as takes one of ${kinds.join(', ')}; not ${text}`);
  const kind = builtKinds.find((built) => built === text);
  if (kind === undefined) throw labFailure(2, 'not-built', `--as ${text} is not built yet.`);
  return kind;
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

const reportOf = (file: string, { as, columns, receipt }: ImportedFile) => {
  const { encoding, delimiter, rowsRead, added, updated, skipped, errors, made } = receipt;
  const named = columns.map(({ header, field, type }) => ({ header, entity: as, field, type }));
  const counts = { rowsRead, added, updated, skipped };
  return { file, as, encoding, delimiter, ...counts, made, columns: named, errors };
};

/** Customers first, so that an orders file finds them whatever the order of the words. */
const inOrderOfNeed = (files: readonly string[], kindOf: ReadonlyMap<string, FileKind>) =>
  [...files].sort(
    (a, b) => Number(kindOf.get(a) === 'orders') - Number(kindOf.get(b) === 'orders'),
  );

const database = 'lab-import';

export const importCommand: LabCommand = {
  options: {
    ...readingOptions,
    as: { kind: 'texts' },
    map: { kind: 'choice', of: ['auto', 'none'] },
    dump: { kind: 'text' },
  },
  check: (options) => {
    if (options.files.length === 0) throw labFailure(2, 'usage', 'import needs a file.');
    for (const file of options.files) needFile(file);
    needPlace(options.text('dump'));
    kindOfFiles(options);
  },
  run: async (session, options, log) => {
    const kindOf = new Map(kindOfFiles(options));
    const imported = new Map<string, ImportedFile>();
    const map = options.text('map') === 'none' ? 'none' : 'auto';
    const startedAt = performance.now();
    for (const file of options.files)
      if (!kindOf.has(file)) {
        const input = { file: offerFile(session.server, file), settings: givenSettings(options) };
        kindOf.set(file, await session.call('guessKind', { ...input, database, map }));
      }
    for (const file of inOrderOfNeed(options.files, kindOf)) {
      const as = kindOf.get(file);
      const input = { database, file: offerFile(session.server, file), map } as const;
      const settings = givenSettings(options);
      const kind = as === undefined ? {} : { as };
      const done = await session.call('importFile', {
        ...input,
        ...kind,
        ask: true,
        settings,
        now: Date.now(),
      });
      imported.set(file, done);
      log(`${file}: ${done.receipt.added} added, ${done.receipt.skipped} skipped`);
    }
    const ms = performance.now() - startedAt;
    const peakMB = await session.browser.peakMB();
    const dump = options.text('dump');
    const lines = dump === undefined ? undefined : await dumpInto(session, dump, imported);
    const files = options.files.flatMap((file) => {
      const done = imported.get(file);
      return done === undefined ? [] : [reportOf(file, done)];
    });
    return {
      files,
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
  imported: ReadonlyMap<string, ImportedFile>,
): Promise<number> => {
  await session.restart();
  const taken = session.server.receive(path);
  const files = [...imported].map(([name, { receipt }]) => ({ name, importId: receipt.importId }));
  const lines = await session.call('dumpTables', { database, files, url: taken.url });
  await taken.finish();
  return lines;
};
