import { useMemo, useState } from 'react';
import type { Segment, SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { Grid } from '#ui/surfaces/page.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { CompareCard } from './compare-card.tsx';
import { compareWithAverage } from './compare-with-average.ts';
import { KeptRunsCard } from './kept-runs-card.tsx';
import { MapCard } from './map-card.tsx';
import { MovesCard } from './moves-card.tsx';
import { ProfileTable } from './profile-table.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { RunDetails } from './run-details.tsx';
import { SegmentCard } from './segment-card.tsx';
import { assignShapes } from './segment-shapes.ts';
import { SegmentSheet } from './segment-sheet.tsx';
import { VerdictNotice } from './verdict-notice.tsx';

/** The segments in use: cards, map, profile table, and how they were found. */
export function RunView({
  db,
  run,
  runs,
  currency,
}: {
  readonly db: Database;
  readonly run: SegmentRun;
  /** All that are kept, the newest first. */
  readonly runs: readonly SegmentRun[];
  readonly currency: string;
}) {
  const [renamed, setRenamed] = useState<number>();
  const [worked, setWorked] = useState<Segment>();
  const shapes = useMemo(() => assignShapes(run.segments.map(({ colour }) => colour)), [run]);
  const standings = useMemo(() => compareWithAverage(run), [run]);
  return (
    <>
      <VerdictNotice run={run} />
      <Grid wide>
        {run.segments.map((segment, index) => (
          <SegmentCard
            key={segment.id}
            run={run}
            segment={segment}
            shape={shapes[index] ?? 'circle'}
            standings={standings[index] ?? []}
            currency={currency}
            onRename={() => setRenamed(index)}
            onWork={() => setWorked(segment)}
          />
        ))}
      </Grid>
      {run.before !== undefined && <MovesCard key={run.id} db={db} run={run} before={run.before} />}
      <MapCard key={`map ${run.id}`} run={run} shapes={shapes} currency={currency} />
      <ProfileTable run={run} standings={standings} shapes={shapes} currency={currency} />
      <CompareCard key={`compare ${run.id}`} run={run} currency={currency} />
      {run.choice !== undefined && <ChoiceCard choice={run.choice} k={run.k} />}
      {runs.length > 1 && <KeptRunsCard db={db} runs={runs} active={run.id} />}
      <RunDetails run={run} />
      {worked !== undefined && (
        <SegmentSheet db={db} segment={worked} onClose={() => setWorked(undefined)} />
      )}
      {renamed !== undefined && (
        <RenameDialog
          db={db}
          run={run}
          runs={runs}
          index={renamed}
          onClose={() => setRenamed(undefined)}
        />
      )}
    </>
  );
}
