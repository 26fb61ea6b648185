import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

/**
 * `between` has `value` and `to`, both included; `any-of` has `values`. The last three are of days,
 * counted from today: at most so many days ago, longer ago or never, at most so many days ahead.
 */
export const filterOperators = [
  'is',
  'is-not',
  'contains',
  'at-least',
  'at-most',
  'empty',
  'not-empty',
  'between',
  'any-of',
  'last-days',
  'older-days',
  'next-days',
] as const;
export type FilterOperator = (typeof filterOperators)[number];

export const filterSchema = v.object({
  column: v.string(),
  operator: v.picklist(filterOperators),
  value: v.optional(v.union([v.string(), v.number(), v.boolean()])),
  to: v.optional(v.union([v.string(), v.number()])),
  values: v.optional(v.array(v.string())),
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
