import { countShared } from '#core/segments/count-shared.ts';
import { asksTheSame, type KeptRun } from '#core/segments/match-segments.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { chunkRows, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { listRecords } from '#db/sealed-table.ts';

/** A kept run with the segment each of the given customers had in it; −1: none. */
export type LabelledRun = { readonly run: SegmentRun; readonly labels: Int32Array };

/** The runs kept, the one in use first, then the newest. */
export const listRuns = async (db: Database): Promise<readonly SegmentRun[]> => {
  const [{ activeSegmentRun }, runs] = await Promise.all([
    readMeta(db),
    listRecords(db, 'segmentRuns', { index: 'createdAt', reverse: true }),
  ]);
  const active = runs.filter(({ id }) => id === activeSegmentRun);
  return [...active, ...runs.filter(({ id }) => id !== activeSegmentRun)];
};

/** The segment of each customer at these places in a kept run; −1: none. */
export const readLabels = async (
  db: Database,
  runId: string,
  ords: Uint32Array,
): Promise<Int32Array> => {
  const chunks = new Map(
    (await readColumns(db, `segments.${runId}`)).map(({ first, columns }) => [
      Math.floor(first / chunkRows),
      { first, segment: columns.segment },
    ]),
  );
  return Int32Array.from(ords, (ord) => {
    const chunk = chunks.get(Math.floor(ord / chunkRows));
    const label = chunk?.segment?.[ord - chunk.first];
    return typeof label === 'number' ? label : -1;
  });
};

/** Those of the runs that asked the same as the new one, with their labels. */
export const readKeptRuns = (
  db: Database,
  runs: readonly SegmentRun[],
  fresh: Pick<SegmentRun, 'source' | 'columns'> & { readonly isGrid: boolean },
  ords: Uint32Array,
): Promise<readonly LabelledRun[]> =>
  Promise.all(
    runs
      .filter((run) => asksTheSame(run, fresh.source, fresh.columns, fresh.isGrid))
      .map(async (run) => ({ run, labels: await readLabels(db, run.id, ords) })),
  );

/** How the kept runs' segments and the new ones share customers. */
export const shareCustomers = (
  kept: readonly LabelledRun[],
  labels: Int32Array,
  k: number,
): readonly KeptRun[] =>
  kept.map((one) => ({
    run: one.run,
    shared: countShared(one.labels, labels, one.run.segments.length, k),
  }));
