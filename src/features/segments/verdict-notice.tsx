import { LayoutGrid } from 'lucide-react';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { startSegments } from '#jobs/segment-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { runInput } from './run-input.ts';

/** What the segments are worth, in words; where no number of them holds, the grid is offered. */
export function VerdictNotice({ run }: { readonly run: SegmentRun }) {
  const own = useWords().words.segments;
  if (run.grid !== undefined)
    return (
      <Notice>
        <strong>{own.gridVerdict}</strong>
        {own.gridMeaning[run.grid]}
      </Notice>
    );
  if (run.choice === undefined) return null;
  const { verdict } = run.choice;
  const hasOrders = run.segments.some(({ revenueShare }) => revenueShare !== undefined);
  const offer = verdict === 'unstable' && hasOrders;
  const cutGrid = () => void startSegments(runInput({ source: 'rfm', columns: [], k: 'grid' }));
  return (
    <Notice
      {...(offer && {
        actions: (
          <Button icon={LayoutGrid} onPress={cutGrid}>
            {own.useGrid}
          </Button>
        ),
      })}
    >
      <strong>{own.verdicts[verdict]}</strong>
      {own.verdictMeans[verdict]}
      {offer && ` ${own.gridOffer}`}
    </Notice>
  );
}
