import { useState } from 'react';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { undoImport } from '#jobs/import-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { usePlaceFact } from './hash-place.ts';
import type { Offline, OfflineStatus } from './offline.ts';
import styles from './shell.module.css';
import type { Undo } from './use-undo.ts';

const isImportPath = (path: string) => path === hrefOf.import.slice(1);

/**
 * What was just done, with ten seconds to take it back without looking for the button; or why it could
 * not be. The page of an import offers to undo it itself, and asks first.
 */
export function UndoBar({ line, isFresh, refusal, undo, dismiss }: Undo) {
  const { words } = useWords();
  const isImportPage = usePlaceFact(isImportPath);
  const close = (
    <Button look="quiet" onPress={dismiss}>
      {words.ui.close}
    </Button>
  );
  if (refusal?.code === 'nothing-to-undo')
    return (
      <div className={`${styles.strip} ${styles.loud}`} role="status">
        <span>{words.refusals[refusal.code]({}).what}</span>
        {close}
      </div>
    );
  if (refusal !== undefined)
    return (
      <div className={styles.refused}>
        <ErrorNotice refusal={refusal} actions={close} />
      </div>
    );
  if (line === undefined || !isFresh) return null;
  if (line.importId !== undefined && isImportPage) return null;
  return (
    <div className={`${styles.strip} ${styles.loud}`} role="status" data-undo>
      <span>{words.shell.changes[line.label]}</span>
      <Button onPress={() => void undo()}>{words.shell.undo}</Button>
      {close}
    </div>
  );
}

/** A newer version waits. It never takes over by itself, nor while anything is unsaved or running. */
export function UpdateNotice({
  offline,
  status,
  isBusy,
}: {
  readonly offline: Offline;
  readonly status: OfflineStatus;
  readonly isBusy: boolean;
}) {
  const { words } = useWords();
  const [isLater, setLater] = useState(false);
  const [isRefused, setRefused] = useState(false);
  if (!status.updateWaiting || isLater || isBusy) return null;
  const restart = async () => setRefused((await offline.applyUpdate()) === 'busy');
  return (
    <div className={`${styles.strip} ${styles.loud}`} role="status" data-update>
      <span>{isRefused ? words.shell.updateBusy : words.shell.updateReady}</span>
      <Button look="primary" onPress={() => void restart()}>
        {words.shell.updateNow}
      </Button>
      <Button onPress={() => setLater(true)}>{words.shell.updateLater}</Button>
    </div>
  );
}

/** Says that the customers on the screen are invented, and takes them away. */
export function DemoBanner({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const imports = useWatch(() => watch(() => listRecords(db, 'imports')), [db]);
  const demo = imports?.find(({ as, state }) => as === 'demo' && state === 'done');
  if (demo === undefined) return null;
  const remove = () => undoImport({ importId: demo.id, now: Date.now() }, words.shell.demoSubject);
  return (
    <div className={styles.strip} data-demo>
      <span>{words.shell.demoOn}</span>
      <Button look="quiet" onPress={() => void remove()}>
        {words.shell.demoRemove}
      </Button>
    </div>
  );
}
