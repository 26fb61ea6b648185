import type { ColumnMapping, FileReading } from '#contracts/import.ts';
import { Table } from '#ui/lists/table.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './imports.module.css';
import { shorten } from './shorten.ts';

/** The first rows of the file as text; columns that are left out are not shown. */
export function PreviewTable({
  reading,
  columns,
  rows,
}: {
  readonly reading: FileReading;
  readonly columns: readonly ColumnMapping[];
  readonly rows: number;
}) {
  const { words } = useWords();
  const shown = columns.flatMap((column, at) => (column.field === 'skip' ? [] : [{ column, at }]));
  return (
    <div className={styles.preview}>
      <Table
        label={words.imports.table}
        columns={[
          { id: 'row', name: words.imports.row, isNumber: true, cell: ({ number }) => number },
          ...shown.map(({ column, at }) => ({
            id: `${at}`,
            name: column.header,
            isNumber: column.type === 'number' && column.field === 'custom',
            cell: ({ cells }: { readonly cells: readonly string[] }) => shorten(cells[at] ?? ''),
          })),
        ]}
        rows={reading.preview.slice(0, rows).map((cells, at) => ({ cells, number: at + 1 }))}
        rowKey={({ number }) => `${number}`}
      />
    </div>
  );
}
