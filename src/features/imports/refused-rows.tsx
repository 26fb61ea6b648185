import { Download } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { ImportError, ImportJournal } from '#core/imports/import-journal.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './imports.module.css';
import { RefusedTable } from './refused-table.tsx';
import { isLeftByRule } from './split-skipped.ts';
import { writeErrorFile } from './write-error-file.ts';

type FileOfRows = {
  readonly name: string;
  readonly headers: readonly string[];
  readonly errors: readonly ImportError[];
};

/** Of each file the rows that can be mended and imported again. */
const mendableOf = ({ files = [], errors }: ImportJournal): readonly FileOfRows[] =>
  files
    .map(({ name, headers }) => ({
      name,
      headers,
      errors: errors.filter(
        (error) =>
          error.cells !== undefined &&
          !isLeftByRule(error) &&
          (error.file === undefined || error.file === name),
      ),
    }))
    .filter(({ errors: own }) => own.length > 0);

/** The rows that were left out with row, column and reason; those at fault also as a file to mend. */
export function RefusedRows({ journal }: { readonly journal: ImportJournal }) {
  const { words } = useWords();
  const { imports } = words;
  const { errors, skipped } = journal;
  const mendable = useMemo(() => mendableOf(journal), [journal]);
  const kept = mendable.reduce((sum, { errors: own }) => sum + own.length, 0);
  const lost = errors.filter((error) => !isLeftByRule(error)).length - kept;
  return (
    <Card
      title={imports.refusedTitle}
      actions={mendable.map((file) => (
        <ErrorFile key={file.name} file={file} isOnly={mendable.length === 1} />
      ))}
    >
      <p className={styles.muted}>
        {[
          imports.rowNote,
          ...(errors.length < skipped ? [imports.firstErrors(errors.length)] : []),
          ...(kept > 0 ? [imports.mendNote] : []),
          ...(kept > 0 && lost > 0 ? [imports.notInFile(lost)] : []),
        ].join(imports.space)}
      </p>
      <RefusedTable errors={errors} />
    </Card>
  );
}

function ErrorFile({
  file: { name, headers, errors },
  isOnly,
}: {
  readonly file: FileOfRows;
  readonly isOnly: boolean;
}) {
  const { words } = useWords();
  const { imports } = words;
  const url = useMemo(() => {
    const text = writeErrorFile(headers, errors, imports.reasonHead, ({ row, column, reason }) =>
      imports.reasonOf(row + 1, column, imports.reasons[reason]),
    );
    return URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  }, [headers, errors, imports]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const stem = name.replace(/\.(?:csv|tsv|txt|xlsx|xlsm|vcf)$/iu, '');
  return (
    <ButtonLink href={url} download={imports.errorFileName(stem)} icon={Download}>
      {isOnly ? imports.download : imports.downloadOf(stem)}
    </ButtonLink>
  );
}
