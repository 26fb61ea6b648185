import type { CustomValue } from '#core/record.ts';
import { accept } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open-database.ts';
import type { AnyRecord } from '#db/record-tables.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { LabPage } from './lab-contract.ts';
import { postLines } from './post-lines.ts';

const tables = [
  'customers',
  'orders',
  'products',
  'contacts',
  'deals',
  'activities',
  'tasks',
] as const;

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

/** Ids tell the file and the row a record came from; an order's also the first of its lines. */
const origin = /-(\d+)\.(?:O[0-9a-z]+\.)?([0-9a-z]+)$/u;

const originOf = ({
  id,
}: AnyRecord): { readonly file: number; readonly row: number } | undefined => {
  const [, file, row] = origin.exec(id) ?? [];
  if (file === undefined || row === undefined) return undefined;
  return { file: Number(file), row: Number.parseInt(row, 36) };
};

const rowOf = (record: AnyRecord): number | null => originOf(record)?.row ?? null;

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

/** Posts what an import made, read from the database and opened, file by file in their order. */
export const dumpTables: LabPage['dumpTables'] = async ({ database, importId, files, url }) => {
  const opened = await openDatabase(database);
  if (!opened.ok) return opened;
  const db = opened.value;
  const words = await readYesNoWords(db);
  async function* lines() {
    const last = Number.MAX_SAFE_INTEGER;
    for (const table of tables) {
      const records: AnyRecord[] = await listRecords(db, table, {
        index: 'importId',
        equals: importId,
      });
      const placeOf = (record: AnyRecord) => originOf(record)?.file ?? 0;
      records.sort((a, b) => placeOf(a) - placeOf(b) || (rowOf(a) ?? last) - (rowOf(b) ?? last));
      for (const record of records)
        yield lineOf(files[placeOf(record)] ?? '', table, record, words);
    }
  }
  return accept(await postLines(url, lines()));
};
