import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';
import { recipeColumnSchema } from './recipe-column.ts';
import { richRecipeSchema } from './rich-recipe.ts';
import { binnedFieldSchema } from './trees/bin-rows.ts';
import { treeSchema } from './trees/tree.ts';

/** What an ensemble is made of, in the order of its weights. */
export const memberNames = ['logistic', 'trees', 'network'] as const;
export type MemberName = (typeof memberNames)[number];

export const logisticBodySchema = v.object({
  columns: v.array(recipeColumnSchema),
  width: v.number(),
  weights: v.array(v.number()),
  bias: v.number(),
});
export type LogisticBody = v.InferOutput<typeof logisticBodySchema>;

export const treesBodySchema = v.object({
  fields: v.array(binnedFieldSchema),
  /** The logit everybody starts from. */
  base: v.number(),
  trees: v.array(treeSchema),
});
export type TreesBody = v.InferOutput<typeof treesBodySchema>;

export const networkBodySchema = v.object({
  recipe: richRecipeSchema,
  /** Networks that share their layers. */
  members: v.number(),
  hidden: v.array(v.number()),
  parameters: v.array(v.number()),
});
export type NetworkBody = v.InferOutput<typeof networkBodySchema>;

export const modelBodySchema = v.object({
  ...recordEntries,
  logistic: logisticBodySchema,
  trees: treesBodySchema,
  network: v.optional(networkBodySchema),
  /** Logits of the members, weighed and added (stack-logits.ts). */
  stack: v.object({ weights: v.array(v.number()), bias: v.number() }),
});
/**
 * The parameters of an ensemble under the id of its model version: read where customers are scored,
 * so that a screen that wants the manifest does not open megabytes.
 */
export type ModelBody = v.InferOutput<typeof modelBodySchema>;
export type Ensemble = Pick<ModelBody, 'logistic' | 'trees' | 'network' | 'stack'>;
