import { type Target, type TargetMetric, targetId, targetMetrics } from '#core/sales/target.ts';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';

/** What was typed for a metric; undefined: it was emptied, so the target goes to the trash. */
export type TargetDraft = { readonly [M in TargetMetric]?: number | undefined };

/** Saves the metrics that are in the draft. `before`: the targets of the period as they were read. */
export const saveTargets = (
  db: Database,
  period: string,
  before: readonly Target[],
  draft: TargetDraft,
  now: number,
) => {
  const writes = targetMetrics.flatMap((metric): Write[] => {
    if (!(metric in draft)) return [];
    const id = targetId(period, metric);
    const known = before.find((one) => one.id === id);
    const value = draft[metric];
    if (value === undefined)
      return known === undefined || known.deletedAt !== undefined
        ? []
        : [{ table: 'targets', record: { ...known, deletedAt: now } }];
    const blank = { id, createdAt: now, updatedAt: now, rev: 0, period, metric };
    const { deletedAt: _, ...start }: Omit<Target, 'value'> = known ?? blank;
    return [{ table: 'targets', record: { ...start, value } }];
  });
  return commit(db, { label: 'target-saved', now, writes });
};
