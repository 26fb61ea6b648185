import { useState, useSyncExternalStore } from 'react';
import type { ImportContract } from '#contracts/import.ts';
import { readJob, subscribeJobs } from '#jobs/job-store.ts';
import { Button } from '#ui/controls/button.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './imports.module.css';

type Progress = ImportContract['run']['progress'];

/** Step 4: how far it is, and the way back. Leaving the screen does not stop it. */
export function RunStep({ name }: { readonly name: string }) {
  const { words } = useWords();
  const { imports } = words;
  const [isCancelling, setIsCancelling] = useState(false);
  const job = useSyncExternalStore(subscribeJobs, () => readJob('import'));
  const progress = job?.progress as Progress | undefined;
  return (
    <Card>
      <ProgressBar
        label={isCancelling ? imports.rollingBack : imports.running(name)}
        fraction={isCancelling ? undefined : job?.fraction}
        leftMs={job?.leftMs}
      />
      <p className={styles.muted}>
        {progress === undefined ? imports.reading : imports.rowsSoFar(progress.rows)}
        {progress !== undefined && progress.skipped > 0
          ? ` · ${imports.skippedSoFar(progress.skipped)}`
          : ''}
      </p>
      <p className={styles.muted}>{imports.mayLeave}</p>
      <Row>
        <Button
          isDisabled={isCancelling || job === undefined}
          onPress={() => {
            setIsCancelling(true);
            job?.cancel();
          }}
        >
          {imports.rollBack}
        </Button>
      </Row>
    </Card>
  );
}
