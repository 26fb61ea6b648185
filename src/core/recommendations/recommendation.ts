import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const recommendationSchema = v.object({
  ...recordEntries,
  customerId: v.string(),
  kind: v.picklist(['visit', 'call', 'reorder', 'cross-sell', 'win-back', 'ask-consent']),
  reason: v.string(),
  status: v.picklist(['open', 'accepted', 'later', 'dismissed']),
  feedback: v.optional(v.string()),
});
/** A proposed next step for a customer (建议). */
export type Recommendation = v.InferOutput<typeof recommendationSchema>;
