import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const recommendationSchema = v.object({
  ...recordEntries,
  customerId: v.string(),
  kind: v.picklist(['visit', 'call', 'reorder', 'cross-sell', 'win-back', 'ask-consent']),
  reason: v.string(),
  status: v.picklist(['open', 'accepted', 'later', 'dismissed']),
  feedback: v.optional(v.string()),
  /** The model that ranked the customer, and the list it stood in. */
  modelId: v.optional(v.string()),
  list: v.optional(v.picklist(['at-risk', 'likely'])),
  /** 0..1 when it was answered. */
  probability: v.optional(v.number()),
  /** The task made of it. */
  taskId: v.optional(v.string()),
  /** Why it was dismissed. */
  why: v.optional(v.picklist(['planned', 'no-need', 'wrong', 'other'])),
});
/** A proposed next step for a customer (建议). */
export type Recommendation = v.InferOutput<typeof recommendationSchema>;
export type DismissReason = NonNullable<Recommendation['why']>;
export const dismissReasons = [
  'planned',
  'no-need',
  'wrong',
  'other',
] as const satisfies readonly DismissReason[];
