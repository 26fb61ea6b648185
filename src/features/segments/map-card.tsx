import { lazy, Suspense, useEffect, useState } from 'react';
import type { Result } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { type MapData, readMap } from './read-map.ts';
import type { ShapeName } from './segment-shapes.ts';
import styles from './segments.module.css';

const SegmentMap = lazy(async () => ({
  default: (await import('./segment-map.tsx')).SegmentMap,
}));

const useMap = (db: Database, run: SegmentRun): Result<MapData> | undefined => {
  const [read, setRead] = useState<{ readonly id: string; readonly map: Result<MapData> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run is its id; renaming moves no point
  useEffect(() => {
    const leaving = new AbortController();
    void readMap(db, run, leaving.signal).then((map) => {
      if (!leaving.signal.aborted) setRead({ id: run.id, map });
    });
    return () => leaving.abort();
  }, [db, run.id]);
  return read?.id === run.id ? read.map : undefined;
};

/** The map of a run with its words; the same as figures is the profile table. */
export function MapCard({
  db,
  run,
  shapes,
}: {
  readonly db: Database;
  readonly run: SegmentRun;
  readonly shapes: readonly ShapeName[];
}) {
  const own = useWords().words.segments;
  const map = useMap(db, run);
  if (run.columns.length < 2) return null;
  return (
    <Card title={own.map}>
      {map === undefined && <p className={styles.muted}>{own.mapLoading}</p>}
      {map?.ok === false && <ErrorNotice refusal={map.refusal} />}
      {map?.ok === true && (
        <Suspense fallback={<p className={styles.muted}>{own.mapLoading}</p>}>
          <SegmentMap run={run} shapes={shapes} data={map.value} />
          <p className={styles.muted}>
            {map.value.x.length < run.customers &&
              `${own.mapSample(map.value.x.length, run.customers)} `}
            {own.mapTable}
          </p>
        </Suspense>
      )}
    </Card>
  );
}
