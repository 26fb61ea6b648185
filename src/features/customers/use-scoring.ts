import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { useWatch } from '#ui/live/use-watch.ts';

/** What the model and the segments in use are about. */
export type Scoring = {
  readonly seq: number;
  readonly model:
    | {
        /** The target's label, and the value that counts as yes. */
        readonly target: string;
        readonly positive: string;
        /** Share of customers for whom it happened, 0..1. */
        readonly baseRate: number;
        readonly trainedAt: number;
      }
    | undefined;
  readonly segments: SegmentRun['segments'];
};

const readScoring = async (db: Database): Promise<Scoring> => {
  const { seq, activeModel, activeSegmentRun } = await readMeta(db);
  const [model, run, fields] = await Promise.all([
    activeModel === undefined ? undefined : findRecord(db, 'models', activeModel),
    activeSegmentRun === undefined ? undefined : findRecord(db, 'segmentRuns', activeSegmentRun),
    listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'customers' }),
  ]);
  const segments = run?.segments ?? [];
  if (model === undefined) return { seq, model, segments };
  const { target, heldOut, createdAt } = model;
  const { positives, rows } = heldOut.baseRate;
  return {
    seq,
    segments,
    model: {
      target: fields.find(({ key }) => key === target.field)?.label ?? target.field,
      positive: target.positive,
      baseRate: rows === 0 ? 0.5 : positives / rows,
      trainedAt: createdAt,
    },
  };
};

/** The model and segments in use, kept up to date; undefined until first read. */
export const useScoring = (db: Database): Scoring | undefined =>
  useWatch(() => watch(() => readScoring(db)), [db]);
