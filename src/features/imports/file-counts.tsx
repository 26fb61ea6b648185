import type { ImportedFileCounts } from '#core/imports/import-journal.ts';
import { Table } from '#ui/lists/table.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { shorten } from './shorten.ts';

/** Several files of one import, each with its own counts. */
export function FileCounts({
  files,
  added,
}: {
  readonly files: readonly ImportedFileCounts[];
  /** What the column of added rows is called: before the import they are only new. */
  readonly added: string;
}) {
  const { words, format } = useWords();
  const { imports } = words;
  const count = (id: 'rowsRead' | 'added' | 'updated' | 'skipped', name: string) => ({
    id,
    name,
    isNumber: true,
    cell: (file: ImportedFileCounts) => format.number(file[id]),
  });
  return (
    <Table
      label={imports.files}
      columns={[
        { id: 'name', name: imports.file, cell: ({ name }) => shorten(name) },
        { id: 'kind', name: imports.holds, cell: ({ as }) => imports.kinds[as] },
        count('rowsRead', imports.rowsRead),
        count('added', added),
        count('updated', imports.updated),
        count('skipped', imports.notTaken),
      ]}
      rows={files}
      rowKey={({ name }, at) => `${at}-${name}`}
    />
  );
}
