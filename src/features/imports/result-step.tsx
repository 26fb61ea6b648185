import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportReceipt } from '#contracts/import.ts';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { ConfirmDialog } from '#ui/surfaces/dialog.tsx';
import { Grid, Row, Stack } from '#ui/surfaces/page.tsx';
import { StatTile } from '#ui/surfaces/stat-tile.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { FileCounts } from './file-counts.tsx';
import styles from './imports.module.css';
import { RefusedRows } from './refused-rows.tsx';
import { splitSkipped } from './split-skipped.ts';

/** How long an import can be taken back as a whole. */
const undoMs = 7 * 24 * 60 * 60 * 1000;

/** Step 5: what came of it. The receipt knows more than the journal, but is gone after a reload. */
export function ResultStep({
  journal,
  receipt,
  onAnother,
  onUndo,
}: {
  readonly journal: ImportJournal;
  readonly receipt: ImportReceipt | undefined;
  readonly onAnother: () => void;
  readonly onUndo: () => void;
}) {
  const { words, format } = useWords();
  const { imports } = words;
  const [isAsking, setIsAsking] = useState(false);
  const {
    rowsRead,
    added,
    updated,
    skipped,
    fileName,
    as,
    errors,
    files = [],
    mended = 0,
    attached = 0,
  } = journal;
  const taken = rowsRead - skipped;
  const split = splitSkipped(skipped, errors);
  const isSound = skipped > 0 && split?.faulty === 0;
  const partly = isSound ? imports.partlyLeft(skipped, taken) : imports.partly(skipped, taken);
  const outcome = skipped === 0 ? imports.allGood(rowsRead) : partly;
  const done = files.length > 1 ? imports.doneFiles(files.length) : imports.done(fileName);
  const isUndoable = Date.now() - journal.createdAt < undoMs;
  return (
    <Stack>
      <Card title={added + updated === 0 ? imports.noneAdded : done}>
        {mended > 0 && <p>{imports.mended(mended)}</p>}
        {attached > 0 && <p>{imports.attached(attached)}</p>}
        <p>{outcome}</p>
        <Grid>
          <StatTile name={imports.rowsRead} figure={format.number(rowsRead)} />
          <StatTile
            name={as === 'orders' ? imports.addedLines : imports.added}
            figure={format.number(added)}
            {...(receipt === undefined
              ? {}
              : { detail: imports.took(format.duration(receipt.ms)) })}
          />
          {updated > 0 && <StatTile name={imports.updated} figure={format.number(updated)} />}
          {split !== undefined && split.left > 0 && (
            <StatTile name={imports.leftThere} figure={format.number(split.left)} />
          )}
          <StatTile name={imports.refusedRows} figure={format.number(split?.faulty ?? skipped)} />
        </Grid>
        {files.length > 1 && <FileCounts files={files} added={imports.added} />}
        {receipt !== undefined && receipt.made.orders + receipt.made.returns > 0 && (
          <Made made={receipt.made} />
        )}
        <Row>
          <ButtonLink look="primary" href={hrefOf.customers}>
            {imports.seeCustomers}
          </ButtonLink>
          <ButtonLink href={hrefOf.predictions}>{imports.predict}</ButtonLink>
          <Button onPress={onAnother}>{imports.another}</Button>
          {isUndoable && (
            <Button look="quiet" icon={Undo2} onPress={() => setIsAsking(true)}>
              {imports.undo}
            </Button>
          )}
        </Row>
        <p className={styles.muted}>
          {isUndoable
            ? imports.undoUntil(format.date(journal.createdAt + undoMs))
            : imports.undoOver}
        </p>
      </Card>
      {skipped > 0 && <RefusedRows journal={journal} />}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={imports.undoTitle}
        confirm={imports.undo}
        onConfirm={onUndo}
      >
        <p>{imports.undoBody(fileName)}</p>
      </ConfirmDialog>
    </Stack>
  );
}

function Made({ made }: { readonly made: ImportReceipt['made'] }) {
  const { words, format } = useWords();
  const { imports } = words;
  return (
    <Grid>
      <StatTile name={imports.ordersMade} figure={format.number(made.orders)} />
      <StatTile name={imports.returnsMade} figure={format.number(made.returns)} />
      <StatTile name={imports.customersMade} figure={format.number(made.customers)} />
      <StatTile name={imports.productsMade} figure={format.number(made.products)} />
    </Grid>
  );
}
