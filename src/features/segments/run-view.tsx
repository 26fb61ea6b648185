import { useMemo, useState } from 'react';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { Grid } from '#ui/surfaces/page.tsx';
import { compareWithAverage } from './compare-with-average.ts';
import { MapCard } from './map-card.tsx';
import { ProfileTable } from './profile-table.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { RunDetails } from './run-details.tsx';
import { SegmentCard } from './segment-card.tsx';
import { assignShapes } from './segment-shapes.ts';

/** The segments in use: cards, map, profile table, and how they were found. */
export function RunView({
  db,
  run,
  currency,
}: {
  readonly db: Database;
  readonly run: SegmentRun;
  readonly currency: string;
}) {
  const [renamed, setRenamed] = useState<number>();
  const shapes = useMemo(() => assignShapes(run.segments.map(({ colour }) => colour)), [run]);
  const standings = useMemo(() => compareWithAverage(run), [run]);
  return (
    <>
      <Grid wide>
        {run.segments.map((segment, index) => (
          <SegmentCard
            key={segment.id}
            run={run}
            segment={segment}
            index={index}
            shape={shapes[index] ?? 'circle'}
            standings={standings[index] ?? []}
            currency={currency}
            onRename={() => setRenamed(index)}
          />
        ))}
      </Grid>
      <MapCard db={db} run={run} shapes={shapes} />
      <ProfileTable run={run} standings={standings} shapes={shapes} currency={currency} />
      <RunDetails run={run} />
      {renamed !== undefined && (
        <RenameDialog db={db} run={run} index={renamed} onClose={() => setRenamed(undefined)} />
      )}
    </>
  );
}
