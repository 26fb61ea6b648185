import type { ReactNode } from 'react';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './table.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
};

/** A table is read as a whole: longer lists belong into VirtualList. */
const mostRows = 100;

/** A plain table of at most 100 rows; of more it shows the first and says so. */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
}) {
  const { words } = useWords();
  const look = (column: Column<Row>) => (column.isNumber ? styles.number : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        {rows.length > mostRows && (
          <caption className={styles.caption}>
            {words.ui.tooManyRows(mostRows, rows.length)}
          </caption>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={look(column)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) => (
                <td key={column.id} className={look(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
