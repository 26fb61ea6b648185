import * as v from 'valibot';
import { customSchema, instantSchema, recordEntries } from '#core/record.ts';

export const taskTypes = ['visit', 'call', 'email', 'other'] as const;
export type TaskType = (typeof taskTypes)[number];

export const taskSchema = v.object({
  ...recordEntries,
  customerId: v.optional(v.string()),
  title: v.string(),
  type: v.picklist(taskTypes),
  /** The instant it is due; midnight where the tablet is stands for the whole day. */
  dueAt: v.optional(instantSchema),
  status: v.picklist(['open', 'done', 'dropped']),
  doneAt: v.optional(instantSchema),
  /** Place in the plan of its day, as the rep put it; smaller comes first. */
  rank: v.optional(v.number()),
  /** An RRULE of RFC 5545, without the prefix: recurrence.ts says which. */
  recurrence: v.optional(v.string()),
  custom: customSchema,
});

/** Something to do (待办). */
export type Task = v.InferOutput<typeof taskSchema>;
