import { accept, type Result } from '#core/result.ts';
import { normaliseId } from '#workers/import/make-customer.ts';
import { openTable, type TableSettings } from '#workers/import/open-table.ts';
import { fetchFile } from './import-file.ts';
import type { OfferedFile } from './lab-contract.ts';

/**
 * How the source writes each id of a column: an import takes `17850.0` for 17850, and who reads the
 * answer beside the source wants to find it. Refuses what reading a file refuses.
 */
export const readSourceIds = async (
  { url, name }: OfferedFile,
  settings: TableSettings,
  header: string,
): Promise<Result<ReadonlyMap<string, string>>> => {
  const file = await fetchFile(url);
  if (!file.ok) return file;
  const table = await openTable(file.value, name, settings);
  if (!table.ok) return table;
  const written = new Map<string, string>();
  let column: number | undefined;
  for await (const { rows } of table.value.rows())
    for (const row of rows) {
      if (column === undefined) {
        column = row.findIndex((cell) => cell.trim() === header);
        continue;
      }
      const text = (row[column] ?? '').trim();
      const id = normaliseId(text);
      if (!written.has(id)) written.set(id, text);
    }
  return accept(written);
};
