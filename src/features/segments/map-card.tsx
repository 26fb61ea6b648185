import { lazy, Suspense } from 'react';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { readPoints } from '#jobs/segment-jobs.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { ShapeName } from './segment-shapes.ts';
import styles from './segments.module.css';

const SegmentMap = lazy(async () => ({
  default: (await import('./segment-map.tsx')).SegmentMap,
}));

/** The map of a run with its words; the same as figures is the profile table. */
export function MapCard({
  run,
  shapes,
  currency,
}: {
  readonly run: SegmentRun;
  readonly shapes: readonly ShapeName[];
  readonly currency: string;
}) {
  const own = useWords().words.segments;
  const { answer, refusal } = useAsked((signal) => readPoints(run.id, signal), run.id);
  if (run.columns.length < 2) return null;
  const found = run.segments.filter(({ isApart }) => isApart !== true);
  const all = found.reduce((sum, { size }) => sum + size, 0);
  const loading = <p className={styles.muted}>{own.mapLoading}</p>;
  return (
    <Card title={own.map}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {answer === undefined && refusal === undefined && loading}
      {answer !== undefined && (
        <Suspense fallback={loading}>
          <SegmentMap run={run} shapes={shapes} points={answer} currency={currency} />
          <p className={styles.muted}>
            {own.mapShown(answer.ords.length, all)} {own.mapTable}
          </p>
        </Suspense>
      )}
    </Card>
  );
}
