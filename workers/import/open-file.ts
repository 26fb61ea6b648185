import type { ImportSource } from '#contracts/import.ts';
import type { FieldType } from '#core/customers/field-definition.ts';
import { newFacts } from '#core/imports/column-facts.ts';
import { type ColumnReading, readColumnAs } from '#core/imports/read-column.ts';
import { accept, type Result } from '#core/result.ts';
import type { ImportWay, RunJob } from './import-way.ts';
import { cancelled, newTally, skipRow, type Tally } from './import-writer.ts';
import type { CustomerColumn } from './make-customer.ts';
import { openTable } from './open-table.ts';
import { mendRow, refuseLength, refuseWidth } from './read-cells.ts';
import type { ScannedTable } from './scan-file.ts';
import { scanOnce } from './scan-once.ts';
import { brokenRow } from './table-source.ts';

/** A file of an import, opened and looked through. */
export type OpenFile = {
  /** Its place among the files of the import. */
  readonly at: number;
  readonly source: ImportSource;
  readonly scan: ScannedTable;
  readonly tally: Tally;
  /** Headers whose percentages stay as they are written: the sign has no one meaning there. */
  readonly asWritten: Set<string>;
};

/** Refuses what openTable and scanFile refuse. */
export const openFile = async (
  source: ImportSource,
  at: number,
  job: RunJob,
): Promise<Result<OpenFile>> => {
  const table = await openTable(source.file, source.name, source.settings);
  if (!table.ok) return table;
  const watch = { signal: job.signal, onBytes: job.beat };
  const scan = await scanOnce(source.file, table.value, source.settings.hasHeader, watch);
  if (!scan.ok) return scan;
  return accept({
    at,
    source,
    scan: { ...scan.value, source: table.value },
    tally: newTally(),
    asWritten: new Set(),
  });
};

/** How the cells of a column are read under the type that was said. */
export const readingOf = (
  { source, scan, asWritten }: OpenFile,
  at: number,
  type: FieldType,
): ColumnReading => {
  const said = asWritten.has(scan.headers[at] ?? '') ? 'text' : type;
  return readColumnAs(scan.facts[at] ?? newFacts(), said, source.settings);
};

/** The columns of a file as they are mapped, and how the cells of each are read. */
export const columnsOf = (file: OpenFile): CustomerColumn[] => {
  const { source, scan } = file;
  const byHeader = new Map(source.columns.map((column) => [column.header, column]));
  return scan.headers.map((header, at) => {
    const mapping = byHeader.get(header) ?? { header, field: 'custom', type: 'text' as const };
    return { ...mapping, reading: readingOf(file, at, mapping.type) };
  });
};

/**
 * Goes through the sound rows of a file; the others are counted and named. After each part `onPart`
 * may write. Refuses: cancelled, and what `onPart` refuses.
 */
export const eachRow = async (
  way: ImportWay,
  file: OpenFile,
  onRow: (row: readonly string[], index: number) => void,
  onPart: () => Promise<Result<null>> = async () => accept(null),
): Promise<Result<null>> => {
  const { scan, tally } = file;
  const width = scan.headers.length;
  let header = scan.hasHeader;
  for await (const { rows, bytes, broken, attached = 0 } of scan.source.rows()) {
    if (way.job.signal.aborted) return cancelled();
    const torn = new Set(broken);
    tally.attached += attached;
    for (const [at, read] of rows.entries()) {
      if (header) {
        header = false;
        continue;
      }
      const index = tally.rowsRead++;
      const row = mendRow(read, width, scan.source);
      if (row !== read) tally.mended += 1;
      const refused = torn.has(at)
        ? brokenRow(scan.source, index)
        : (refuseWidth(row, width, index) ?? refuseLength(row, scan.headers, index));
      if (refused === undefined) onRow(row, index);
      else skipRow(tally, refused, row);
    }
    way.tell(file, bytes);
    const done = await onPart();
    if (!done.ok) return done;
  }
  return way.job.signal.aborted ? cancelled() : accept(null);
};
