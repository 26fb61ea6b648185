import { X } from 'lucide-react';
import type { SegmentContract } from '#contracts/segment.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './segments.module.css';
import { useSegmentingProgress } from './use-segmenting.ts';

type Progress = Partial<SegmentContract['run']['progress']>;

/** The search for segments: how far it is and the way out, or how it ended when not well. */
export function SegmentingProgress({ hasRun }: { readonly hasRun: boolean }) {
  const { words } = useWords();
  const own = words.segments;
  const job = useSegmentingProgress();
  if (job === undefined) return null;
  if (job.state === 'cancelled')
    return <Notice>{hasRun ? own.cancelledKept : own.cancelledNone}</Notice>;
  if (job.state === 'failed' && job.refusal !== undefined)
    return <ErrorNotice refusal={job.refusal} />;
  if (job.state !== 'running') return null;
  const { phase = 'reading' } = (job.progress ?? {}) as Progress;
  return (
    <Card
      title={own.finding}
      actions={
        <Button icon={X} onPress={job.cancel}>
          {words.ui.cancel}
        </Button>
      }
    >
      <ProgressBar label={own.phases[phase]} fraction={job.fraction} leftMs={job.leftMs} />
      <p className={styles.muted}>{own.cancelKeeps}</p>
    </Card>
  );
}
