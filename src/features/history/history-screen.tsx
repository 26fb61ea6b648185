import { History as HistoryIcon } from 'lucide-react';
import { useState } from 'react';
import type { Database } from '#db/database.ts';
import { type History, type HistoryLine, listHistory } from '#db/list-history.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { nameRecord } from '#ui/records/name-record.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { ConfirmDialog } from '#ui/surfaces/dialog.tsx';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { ChangeRow } from './change-row.tsx';
import styles from './history.module.css';
import { type TakingBack, useTakingBack } from './use-taking-back.ts';

/** The last changes in words, to be taken back from the newest on, and made again. */
export function HistoryScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const own = words.history;
  const history = useWatch(() => watch(() => listHistory(db)), [db]);
  const taking = useTakingBack(db);
  const isEmpty = history !== undefined && history.done.length + history.undone.length === 0;
  return (
    <Page title={own.title} lead={own.lead}>
      {taking.refusal !== undefined && <ErrorNotice refusal={taking.refusal} />}
      {history === undefined && <Loading />}
      {isEmpty && (
        <EmptyState icon={HistoryIcon} title={own.empty}>
          {own.emptyHint}
        </EmptyState>
      )}
      {history !== undefined && !isEmpty && <Lists history={history} taking={taking} />}
    </Page>
  );
}

function Lists({ history, taking }: { readonly history: History; readonly taking: TakingBack }) {
  const own = useWords().words.history;
  const { done, undone } = history;
  // An import is taken back by its own job: what lies below it waits for that.
  const firstImport = done.findIndex(({ importId }) => importId !== undefined);
  const isReachable = (at: number) => at > 0 && (firstImport === -1 || at < firstImport);
  return (
    <>
      {undone.length > 0 && (
        <Card title={own.undoneList}>
          <ul className={styles.list} aria-label={own.undoneList}>
            {undone.map((line, at) => (
              <ChangeRow key={line.seq} line={line} isUndone>
                {at === 0 && <Button onPress={taking.redo}>{own.redo}</Button>}
              </ChangeRow>
            ))}
          </ul>
        </Card>
      )}
      <ul className={`${styles.list} ${styles.framed}`} aria-label={own.list}>
        {done.map((line, at) => (
          <ChangeRow key={line.seq} line={line}>
            {at === 0 && <UndoNewest line={line} onConfirm={() => taking.undo(line)} />}
            {isReachable(at) && (
              <DownTo line={line} count={at + 1} onConfirm={() => taking.downTo(line)} />
            )}
          </ChangeRow>
        ))}
      </ul>
    </>
  );
}

/** The newest change goes at a press; a whole import is asked about. */
function UndoNewest({
  line,
  onConfirm,
}: {
  readonly line: HistoryLine;
  readonly onConfirm: () => void;
}) {
  const { words } = useWords();
  const own = words.history;
  const [isAsking, setAsking] = useState(false);
  const isImport = line.importId !== undefined;
  const { subject } = line;
  const name = subject === undefined ? '' : nameRecord(words, subject.table, subject.record);
  return (
    <>
      <Button look="primary" onPress={isImport ? () => setAsking(true) : onConfirm}>
        {own.undo}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={own.importTitle}
        confirm={own.importConfirm}
        onConfirm={onConfirm}
      >
        <p>{own.importSure(name)}</p>
      </ConfirmDialog>
    </>
  );
}

function DownTo({
  line,
  count,
  onConfirm,
}: {
  readonly line: HistoryLine;
  readonly count: number;
  readonly onConfirm: () => void;
}) {
  const { words, format } = useWords();
  const own = words.history;
  const [isAsking, setAsking] = useState(false);
  const label = own.downToNamed(words.shell.changes[line.label], format.instant(line.at));
  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)} aria-label={label}>
        {own.downTo}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={own.downToTitle}
        confirm={own.downToConfirm(count)}
        onConfirm={onConfirm}
      >
        <p>{own.downToSure(count)}</p>
      </ConfirmDialog>
    </>
  );
}
