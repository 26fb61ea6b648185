import * as v from 'valibot';
import { positionSchema } from '#core/position.ts';
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
  /** Whom one spoke with. */
  contactId: v.optional(v.string()),
  type: v.picklist(activityTypes),
  startAt: instantSchema,
  endAt: v.optional(instantSchema),
  outcome: v.picklist(activityOutcomes),
  text: v.string(),
  /** Where the rep was, asked only when a button was pressed. */
  checkIn: v.optional(v.object({ ...positionSchema.entries, at: instantSchema })),
  nextStep: v.optional(v.string()),
  /** Place in the sealed columns: assigned once by commit(), never reused. */
  ord: v.optional(v.pipe(v.number(), v.integer())),
  custom: customSchema,
});

/** Something done with a customer (跟进). */
export type Activity = v.InferOutput<typeof activitySchema>;

export type ActivityType = Activity['type'];
export type ActivityOutcome = Activity['outcome'];
