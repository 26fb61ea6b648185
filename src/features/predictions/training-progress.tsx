import { X } from 'lucide-react';
import type { TrainProgress } from '#contracts/learn.ts';
import type { JobState } from '#jobs/job-store.ts';
import { Button } from '#ui/controls/button.tsx';
import { PauseButton } from '#ui/controls/pause-button.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { LossHistory } from './loss-history.tsx';
import { useTrainingProgress } from './use-training.ts';

/** A training under way: how far, which round, the error so far, and the way out. */
export function TrainingProgress() {
  const { words } = useWords();
  const { job, history } = useTrainingProgress();
  if (job === undefined) return null;
  const own = words.predictions;
  const progress = (job.progress ?? {}) as Partial<TrainProgress>;
  const { phase = 'reading', fit } = progress;
  const now = own.phases[phase === 'training' && fit !== undefined ? fit : phase];
  const { epoch, epochs } = progress;
  const round = epoch === undefined || epochs === undefined ? '' : ` · ${own.epoch(epoch, epochs)}`;
  return (
    <Card
      title={own.training(job.subject)}
      actions={
        <Row>
          {job.pause !== undefined && <PauseButton pause={job.pause} />}
          <Button icon={X} onPress={job.cancel}>
            {words.ui.cancel}
          </Button>
        </Row>
      }
    >
      <ProgressBar
        label={`${now}${round}`}
        fraction={job.progress === undefined ? undefined : job.fraction}
        leftMs={job.leftMs}
        pause={job.pause?.state}
      />
      <LossHistory
        label={`${own.loss}: ${own.training(job.subject)}`}
        history={history}
        rounds={epochs ?? 10}
      />
      {progress.origin !== undefined && (
        <p>{progress.origin === 'anew' ? own.unfinished.anew : own.unfinished.goesOn}</p>
      )}
      <p className={styles.muted}>{own.cancelKeeps}</p>
    </Card>
  );
}

/** How the last training ended, when it did not end well. */
export function TrainingEnd({
  job,
  hasModel,
}: {
  readonly job: JobState;
  readonly hasModel: boolean;
}) {
  const own = useWords().words.predictions;
  if (job.state === 'cancelled')
    return <Notice>{hasModel ? own.cancelledKept : own.cancelledNone}</Notice>;
  if (job.state === 'failed' && job.refusal !== undefined)
    return <ErrorNotice refusal={job.refusal} />;
  return null;
}
