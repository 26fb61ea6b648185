import { accept } from '#core/result.ts';
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

const lineOf = (file: string, entity: string, record: AnyRecord): string =>
  JSON.stringify({
    file,
    row: rowOf(record),
    entity,
    id: record.id,
    externalId: record.externalId ?? null,
    fields: Object.fromEntries(Object.entries(record).filter(([name]) => !kept.has(name))),
    custom: 'custom' in record ? record.custom : {},
  });

/** Posts what an import made, read from the database and opened, in the order of the file. */
export const dumpTables: LabPage['dumpTables'] = async ({ database, files, url }) => {
  const opened = await openDatabase(database);
  if (!opened.ok) return opened;
  async function* lines() {
    if (!opened.ok) return;
    for (const { name, importId } of files)
      for (const table of tables) {
        const query = { index: 'importId', equals: importId };
        const records: AnyRecord[] = await listRecords(opened.value, table, query);
        const last = Number.MAX_SAFE_INTEGER;
        records.sort((a, b) => (rowOf(a) ?? last) - (rowOf(b) ?? last));
        for (const record of records) yield lineOf(name, table, record);
      }
  }
  return accept(await postLines(url, lines()));
};
