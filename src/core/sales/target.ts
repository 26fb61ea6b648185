import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const targetSchema = v.object({
  ...recordEntries,
  /** `YYYY-MM`, `YYYY-Qn` or `YYYY`. */
  period: v.string(),
  metric: v.picklist(['revenue', 'visits', 'new-customers']),
  value: v.number(),
});

/** What a rep means to reach in a period. */
export type Target = v.InferOutput<typeof targetSchema>;
