import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { countTrash, listTrash } from '#db/list-trash.ts';
import { emptyTrash } from '#db/purge-trash.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { ConfirmDialog } from '#ui/surfaces/dialog.tsx';
import { Page, Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './trash.module.css';
import { TrashRow } from './trash-row.tsx';
import { keyOf, type Restoring, useRestoring } from './use-restoring.ts';

const readTrash = async (db: Database) => ({
  lines: await listTrash(db, 60),
  total: await countTrash(db),
});

/** What was deleted in the last 30 days, to be brought back one by one or together. */
export function TrashScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const trash = useWatch(() => watch(() => readTrash(db)), [db]);
  const restoring = useRestoring(db, trash?.lines ?? []);
  const [refusal, setRefusal] = useState<Refusal>();
  const shown = restoring.refusal ?? refusal;
  const hasSome = trash !== undefined && trash.lines.length > 0;
  const empty = async () => {
    const emptied = await emptyTrash(db, Date.now());
    setRefusal(emptied.ok ? undefined : emptied.refusal);
  };
  return (
    <Page
      title={words.trash.title}
      lead={words.trash.lead}
      actions={hasSome && <EmptyButton total={trash.total} onEmpty={() => void empty()} />}
    >
      {shown !== undefined && <ErrorNotice refusal={shown} />}
      {trash === undefined && <Loading />}
      {trash !== undefined && !hasSome && (
        <EmptyState icon={Trash2} title={words.trash.empty}>
          {words.trash.emptyHint}
        </EmptyState>
      )}
      {hasSome && <TrashList {...trash} restoring={restoring} />}
    </Page>
  );
}

function EmptyButton({ total, onEmpty }: { readonly total: number; readonly onEmpty: () => void }) {
  const own = useWords().words.trash;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button icon={Trash2} onPress={() => setAsking(true)}>
        {own.emptyNow}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={own.emptyTitle}
        confirm={own.emptyConfirm}
        onConfirm={onEmpty}
      >
        <p>{own.emptySure(total)}</p>
      </ConfirmDialog>
    </>
  );
}

function TrashList({
  lines,
  total,
  restoring,
}: Awaited<ReturnType<typeof readTrash>> & { readonly restoring: Restoring }) {
  const own = useWords().words.trash;
  const { chosen, choose, chooseAll, restoreChosen } = restoring;
  const choosable = lines.filter((line) => !('mergedInto' in line.record));
  const listed = lines.reduce((sum, line) => sum + 1 + line.companions, 0);
  const isAll = choosable.length > 0 && chosen.size === choosable.length;
  return (
    <>
      <Row>
        <Checkbox
          isSelected={isAll}
          isIndeterminate={chosen.size > 0 && !isAll}
          onChange={(on) => chooseAll(on ? choosable : [])}
        >
          {own.chooseAll}
        </Checkbox>
        {chosen.size > 0 && (
          <Button look="primary" onPress={restoreChosen}>
            {own.restoreChosen(chosen.size)}
          </Button>
        )}
      </Row>
      <ul className={styles.list} aria-label={own.list}>
        {lines.map((line) => (
          <TrashRow
            key={keyOf(line)}
            line={line}
            isChosen={chosen.has(keyOf(line))}
            onChoose={(on) => choose(line, on)}
            onRestore={() => restoring.restore(line)}
          />
        ))}
      </ul>
      {listed < total && <p className={styles.more}>{own.newest(lines.length, total)}</p>}
    </>
  );
}
