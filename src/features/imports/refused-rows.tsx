import { Download } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { ImportError, ImportJournal } from '#core/imports/import-journal.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './imports.module.css';
import { writeErrorFile } from './write-error-file.ts';

/** The refused rows with row, column and reason, and the same as a file. */
export function RefusedRows({
  journal: { errors, skipped, fileName },
}: {
  readonly journal: ImportJournal;
}) {
  const { words } = useWords();
  const { imports } = words;
  const reason = ({ reason: code }: ImportError) => imports.reasons[code];
  const column = (error: ImportError) => error.column || imports.wholeRow;
  const url = useMemo(() => {
    const head = [imports.row, imports.column, imports.value, imports.reason];
    const text = writeErrorFile(errors, head, (error) => imports.reasons[error.reason]);
    return URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  }, [errors, imports]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const name = fileName.replace(/\.(?:csv|tsv|txt)$/iu, '');
  return (
    <Card
      title={imports.refusedTitle}
      actions={
        <ButtonLink href={url} download={imports.errorFileName(name)} icon={Download}>
          {imports.download}
        </ButtonLink>
      }
    >
      <p className={styles.muted}>
        {imports.rowNote}
        {errors.length < skipped ? ` ${imports.firstErrors(errors.length)}` : ''}
      </p>
      <Table
        label={imports.refusedTable}
        columns={[
          { id: 'row', name: imports.row, isNumber: true, cell: ({ row }) => row + 1 },
          { id: 'column', name: imports.column, cell: column },
          { id: 'value', name: imports.value, cell: ({ value }) => value ?? '' },
          { id: 'reason', name: imports.reason, cell: reason },
        ]}
        rows={errors}
        rowKey={(error, at) => `${at}-${error.row}`}
      />
    </Card>
  );
}
