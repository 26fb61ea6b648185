import * as v from 'valibot';
import { customSchema, instantSchema, recordEntries } from '#core/record.ts';

export const activityTypes = ['visit', 'call', 'meeting', 'email', 'message', 'note'] as const;
export const activityOutcomes = [
  'order',
  'interested',
  'followup',
  'nocontact',
  'complaint',
  'lost',
  'none',
] as const;

export const activitySchema = v.object({
  ...recordEntries,
  customerId: v.string(),
  type: v.picklist(activityTypes),
  startAt: instantSchema,
  endAt: v.optional(instantSchema),
  outcome: v.picklist(activityOutcomes),
  text: v.string(),
  checkIn: v.optional(v.object({ latitude: v.number(), longitude: v.number(), at: instantSchema })),
  nextStep: v.optional(v.string()),
  /** Place in the sealed columns: assigned once by commit(), never reused. */
  ord: v.optional(v.pipe(v.number(), v.integer())),
  custom: customSchema,
});

/** Something done with a customer (跟进). */
export type Activity = v.InferOutput<typeof activitySchema>;
