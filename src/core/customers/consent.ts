import * as v from 'valibot';
import { instantSchema, recordEntries } from '#core/record.ts';

export const consentSchema = v.object({
  ...recordEntries,
  customerId: v.string(),
  purpose: v.picklist(['contact', 'profiling', 'marketing']),
  state: v.picklist(['given', 'denied', 'withdrawn']),
  basis: v.string(),
  at: instantSchema,
});
/** What a person allowed, on what basis, and when. */
export type Consent = v.InferOutput<typeof consentSchema>;
