import * as v from 'valibot';

/** How a column becomes inputs, fitted on the rows that are learned from. */
export const recipeColumnSchema = v.variant('kind', [
  v.object({
    kind: v.literal('number'),
    name: v.string(),
    median: v.number(),
    mean: v.number(),
    /** Population deviation; 1 when the column is constant on the training rows. */
    deviation: v.number(),
    hasMissing: v.boolean(),
  }),
  v.object({ kind: v.literal('choice'), name: v.string(), levels: v.array(v.string()) }),
  v.object({
    kind: v.literal('date'),
    name: v.string(),
    /** Days since 1970 of the as-of day the column is measured against. */
    asOfDay: v.number(),
    median: v.number(),
    mean: v.number(),
    deviation: v.number(),
    hasMissing: v.boolean(),
  }),
]);
export type RecipeColumn = v.InferOutput<typeof recipeColumnSchema>;
