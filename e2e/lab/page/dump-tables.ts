import type { CustomValue } from '#core/record.ts';
import { accept } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open-database.ts';
import type { AnyRecord } from '#db/record-tables.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { LabPage } from './lab-contract.ts';
import { postLines } from './post-lines.ts';

const tables = ['customers', 'orders', 'products', 'contacts', 'deals', 'activities'] as const;

/** Bookkeeping of the database: not what a file said. */
const kept = new Set([
  'id',
  'externalId',
  'custom',
  'sourceRow',
  'ord',
  'rev',
  'importId',
  'createdAt',
  'updatedAt',
]);

const rowOf = (record: AnyRecord): number | null => {
  if ('sourceRow' in record && record.sourceRow !== undefined) return record.sourceRow;
  if ('lines' in record) return record.lines[0]?.sourceRow ?? null;
  return null;
};

type Words = ReadonlyMap<string, readonly string[]>;

/** The two words of each yes/no column, so that a cell reads as it was written. */
const readYesNoWords = async (db: Database): Promise<Words> => {
  const fields = await listRecords(db, 'fieldDefinitions');
  return new Map(
    fields
      .filter(({ type }) => type === 'yesno')
      .map(({ entity, key, choices = [] }) => [`${entity}:${key}`, choices]),
  );
};

const customOf = (entity: string, custom: Readonly<Record<string, CustomValue>>, words: Words) =>
  Object.fromEntries(
    Object.entries(custom).map(([key, value]) => {
      const [yes, no] = words.get(`${entity}:${key}`) ?? [];
      const word = value === true ? yes : no;
      return [key, typeof value === 'boolean' ? (word ?? value) : value];
    }),
  );

const lineOf = (file: string, entity: string, record: AnyRecord, words: Words): string =>
  JSON.stringify({
    file,
    row: rowOf(record),
    entity,
    id: record.id,
    externalId: record.externalId ?? null,
    fields: Object.fromEntries(Object.entries(record).filter(([name]) => !kept.has(name))),
    custom: 'custom' in record ? customOf(entity, record.custom, words) : {},
  });

/** Posts what an import made, read from the database and opened, in the order of the file. */
export const dumpTables: LabPage['dumpTables'] = async ({ database, files, url }) => {
  const opened = await openDatabase(database);
  if (!opened.ok) return opened;
  const words = await readYesNoWords(opened.value);
  async function* lines() {
    if (!opened.ok) return;
    for (const { name, importId } of files)
      for (const table of tables) {
        const query = { index: 'importId', equals: importId };
        const records: AnyRecord[] = await listRecords(opened.value, table, query);
        const last = Number.MAX_SAFE_INTEGER;
        records.sort((a, b) => (rowOf(a) ?? last) - (rowOf(b) ?? last));
        for (const record of records) yield lineOf(name, table, record, words);
      }
  }
  return accept(await postLines(url, lines()));
};
