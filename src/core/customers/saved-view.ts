import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const filterSchema = v.object({
  column: v.string(),
  operator: v.picklist(['is', 'is-not', 'contains', 'at-least', 'at-most', 'empty', 'not-empty']),
  value: v.optional(v.union([v.string(), v.number(), v.boolean()])),
});
/** One condition on a column of the directory or a custom field (`custom:<key>`). */
export type Filter = v.InferOutput<typeof filterSchema>;

export const savedViewSchema = v.object({
  ...recordEntries,
  name: v.string(),
  search: v.string(),
  filters: v.array(filterSchema),
  sort: v.object({ column: v.string(), descending: v.boolean() }),
});
/** A list somebody wants to see again. */
export type SavedView = v.InferOutput<typeof savedViewSchema>;
