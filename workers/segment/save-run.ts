import { accept, type Result } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { ColumnWrite } from '#db/columns.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import type { CustomerPlaces } from './read-customers.ts';

/** The label of a customer that belongs to no segment. */
const noSegment = -1;

/**
 * Writes the run, the column `segments.<runId>` beside the directory's chunks, and makes it the run
 * in use: one transaction. `labels` has one entry per `places.ords`; the labels given back have one
 * per place.
 */
export const saveRun = async (
  db: Database,
  run: SegmentRun,
  labels: Int32Array,
  places: CustomerPlaces,
): Promise<Result<{ run: SegmentRun; labels: Int32Array }>> => {
  const byOrd = new Int32Array(places.end).fill(noSegment);
  places.ords.forEach((ord, row) => {
    byOrd[ord] = labels[row] ?? noSegment;
  });
  const columns = places.chunks.map(
    ({ first, ids }): ColumnWrite => ({
      set: `segments.${run.id}`,
      first,
      ids,
      columns: { segment: Array.from(byOrd.subarray(first, first + ids.length)) },
    }),
  );
  const saved = await commit(db, {
    label: 'segments-found',
    now: run.createdAt,
    undoable: false,
    writes: [{ table: 'segmentRuns', record: run }],
    columns,
    meta: { activeSegmentRun: run.id },
  });
  return saved.ok ? accept({ run: { ...run, rev: 1 }, labels: byOrd }) : saved;
};
