import * as v from 'valibot';
import { customSchema, instantSchema, recordEntries } from '#core/record.ts';

export const taskSchema = v.object({
  ...recordEntries,
  customerId: v.optional(v.string()),
  title: v.string(),
  type: v.picklist(['visit', 'call', 'email', 'other']),
  dueAt: v.optional(instantSchema),
  status: v.picklist(['open', 'done', 'dropped']),
  /** An RRULE of RFC 5545, without the prefix. */
  recurrence: v.optional(v.string()),
  custom: customSchema,
});

/** Something to do (待办). */
export type Task = v.InferOutput<typeof taskSchema>;
