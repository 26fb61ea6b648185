import { accept, type Result } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { ColumnWrite } from '#db/columns.ts';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import type { Described } from './describe-labels.ts';
import type { CustomerPlaces } from './read-customers.ts';

/** The label of a customer that belongs to no segment. */
const noSegment = -1;
/** Runs kept, the new one included. */
const runsKept = 5;

const setOf = (runId: string): string => `segments.${runId}`;

const byPlace = ({ end, ords }: CustomerPlaces, values: Int32Array): Int32Array => {
  const placed = new Int32Array(end).fill(noSegment);
  ords.forEach((ord, row) => {
    placed[ord] = values[row] ?? noSegment;
  });
  return placed;
};

/** Runs that are one too many: the oldest, never the one in use until now (the first of `runs`). */
const outdated = ([active, ...others]: readonly SegmentRun[]): readonly string[] =>
  active === undefined ? [] : others.slice(runsKept - 2).map(({ id }) => id);

/**
 * Writes the run, the column `segments.<runId>` beside the directory's chunks (the segment now, and
 * the one before), and makes it the run in use: one transaction, in which runs beyond five go.
 * `labels` has one entry per `places.ords`; the labels given back have one per place.
 */
export const saveRun = async (
  db: Database,
  { run, labels, before }: Described,
  places: CustomerPlaces,
  runs: readonly SegmentRun[],
): Promise<Result<{ run: SegmentRun; labels: Int32Array }>> => {
  const now = byPlace(places, labels);
  const earlier = before && byPlace(places, before);
  const columns = places.chunks.map(({ first, ids }): ColumnWrite => {
    const part = (of: Int32Array) => Array.from(of.subarray(first, first + ids.length));
    return {
      set: setOf(run.id),
      first,
      ids,
      columns: { segment: part(now), ...(earlier !== undefined && { before: part(earlier) }) },
    };
  });
  const old = outdated(runs);
  const saved = await commit(db, {
    label: 'segments-found',
    now: run.createdAt,
    undoable: false,
    writes: [
      { table: 'segmentRuns', record: run },
      ...old.map((remove): Write => ({ table: 'segmentRuns', remove })),
    ],
    columns: [...columns, ...old.map((id): ColumnWrite => ({ set: setOf(id), drop: true }))],
    meta: { activeSegmentRun: run.id },
  });
  return saved.ok ? accept({ run: { ...run, rev: 1 }, labels: now }) : saved;
};
