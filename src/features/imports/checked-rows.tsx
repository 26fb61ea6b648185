import type { CheckedRow, ImportCheck } from '#contracts/import.ts';
import { Table } from '#ui/lists/table.tsx';
import { FieldChanges } from '#ui/records/field-changes.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { RefusedTable } from './refused-table.tsx';
import { shorten } from './shorten.ts';
import { isLeftByRule } from './split-skipped.ts';

/** Rows shown of each: 50 in all. */
const most = { updated: 20, added: 20, refused: 10 } as const;

const instants = new Set(['startAt', 'endAt', 'dueAt']);

const changesOf = ({ changes = [] }: CheckedRow) =>
  changes.map(({ field, before, after }) => {
    const read = (text: string) =>
      instants.has(field) && /^\d{10,}$/u.test(text) ? Number(text) : shorten(text);
    return { field, before: read(before), after: read(after) };
  });

/** The first rows an import would change, add and refuse. */
export function CheckedRows({ check: { rows, errors, files } }: { readonly check: ImportCheck }) {
  const { words } = useWords();
  const { imports } = words;
  const isMany = files.length > 1;
  const place = [
    { id: 'row', name: imports.row, isNumber: true, cell: ({ row }: CheckedRow) => row + 1 },
    ...(isMany
      ? [{ id: 'file', name: imports.file, cell: ({ file }: CheckedRow) => shorten(file) }]
      : []),
    {
      id: 'name',
      name: imports.fields.name,
      cell: ({ name }: CheckedRow) => shorten(name) || words.records.nameless,
    },
  ];
  const faulty = errors.filter((error) => !isLeftByRule(error));
  const keyOf = ({ file, row }: CheckedRow) => `${file}-${row}`;
  return (
    <>
      {faulty.length > 0 && (
        <Card title={imports.firstRefused}>
          <RefusedTable errors={faulty.slice(0, most.refused)} />
        </Card>
      )}
      {rows.updated.length > 0 && (
        <Card title={imports.firstUpdated}>
          <Table
            label={imports.wouldUpdate}
            columns={[
              ...place,
              {
                id: 'changes',
                name: imports.changes,
                cell: (row) =>
                  row.changes?.length ? (
                    <FieldChanges changes={changesOf(row)} />
                  ) : (
                    imports.noChanges
                  ),
              },
            ]}
            rows={rows.updated.slice(0, most.updated)}
            rowKey={keyOf}
          />
        </Card>
      )}
      {rows.added.length > 0 && (
        <Card title={imports.firstAdded}>
          <Table
            label={imports.isNew}
            columns={place}
            rows={rows.added.slice(0, most.added)}
            rowKey={keyOf}
          />
        </Card>
      )}
    </>
  );
}
