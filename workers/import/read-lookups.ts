import { accept, type Result } from '#core/result.ts';
import type { ImportWay } from './import-way.ts';
import { skipRow } from './import-writer.ts';
import { type Lookup, newLookup } from './join-lookups.ts';
import { normaliseId } from './make-customer.ts';
import { eachRow, type OpenFile } from './open-file.ts';

const readLookup = (way: ImportWay, lookup: Lookup): Promise<Result<null>> =>
  eachRow(way, lookup.file, (cells, row) => {
    const key = normaliseId(cells[lookup.keyAt] ?? '');
    lookup.rows.set(key, [...(lookup.rows.get(key) ?? []), { row, cells }]);
  });

/** Reads the tables that say more about keys of other files. */
export const readLookups = async (
  way: ImportWay,
  files: readonly OpenFile[],
): Promise<Result<null>> => {
  for (const file of files.filter(({ source }) => source.as === 'lookup')) {
    const lookup = newLookup(
      file,
      files.filter((other) => other !== file),
    );
    const read = await readLookup(way, lookup);
    if (!read.ok) return read;
    way.lookups.push(lookup);
  }
  return accept(null);
};

/** Rows some record has taken in count as added; nobody asked for the others, and they are named. */
export const countLookups = ({ lookups }: ImportWay): void => {
  for (const { file, keyAt, rows, used } of lookups)
    for (const [key, list] of rows)
      for (const { row, cells } of list) {
        if (used.has(row)) file.tally.added += 1;
        else {
          const column = file.scan.headers[keyAt] ?? '';
          const error = { row, column, reason: 'nobody-refers', value: key } as const;
          skipRow(file.tally, error, cells);
        }
      }
};
