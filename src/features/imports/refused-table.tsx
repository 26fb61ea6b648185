import type { ImportError } from '#core/imports/import-journal.ts';
import { Table } from '#ui/lists/table.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { shorten } from './shorten.ts';

/** Rows that were or would be refused, with column and reason. */
export function RefusedTable({ errors }: { readonly errors: readonly ImportError[] }) {
  const { words } = useWords();
  const { imports } = words;
  const isMany = errors.some(({ file }) => file !== undefined);
  return (
    <Table
      label={imports.refusedTable}
      columns={[
        { id: 'row', name: imports.row, isNumber: true, cell: ({ row }) => row + 1 },
        ...(isMany
          ? [
              {
                id: 'file',
                name: imports.file,
                cell: ({ file = '' }: ImportError) => shorten(file),
              },
            ]
          : []),
        { id: 'column', name: imports.column, cell: ({ column }) => column || imports.wholeRow },
        { id: 'value', name: imports.value, cell: ({ value = '' }) => shorten(value) },
        { id: 'reason', name: imports.reason, cell: ({ reason }) => imports.reasons[reason] },
      ]}
      rows={errors}
      rowKey={({ file = '', row }, at) => `${at}-${file}-${row}`}
    />
  );
}
