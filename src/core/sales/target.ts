import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const targetMetrics = ['revenue', 'visits', 'new-customers'] as const;
export type TargetMetric = (typeof targetMetrics)[number];

export const targetSchema = v.object({
  ...recordEntries,
  /** `YYYY-MM`, `YYYY-Qn` or `YYYY` (target-period.ts). */
  period: v.string(),
  metric: v.picklist(targetMetrics),
  /** Revenue in minor units of the currency of the settings; the others are counts. */
  value: v.number(),
});

/** What a rep means to reach in a period. One of each kind a period: see `targetId`. */
export type Target = v.InferOutput<typeof targetSchema>;

/** The id of the target of a metric in a period. */
export const targetId = (period: string, metric: TargetMetric): string => `${period}|${metric}`;
