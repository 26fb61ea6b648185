import * as v from 'valibot';

export const intervalSchema = v.object({
  value: v.number(),
  /** Between these it lies in 95 of 100 drawings of the customers set aside. */
  low: v.number(),
  high: v.number(),
});
export type Interval = v.InferOutput<typeof intervalSchema>;

export const gainPointSchema = v.object({
  /** Part of all customers, those ranked highest. */
  share: v.number(),
  /** Part of all for whom it happened that is among them. */
  found: v.number(),
  foundLow: v.number(),
  foundHigh: v.number(),
  /** The same as a share of all customers, and its standard error. */
  hits: v.number(),
  hitsError: v.number(),
});
/** "Among the 20 % ranked highest are 46 % of the buyers." */
export type GainPoint = v.InferOutput<typeof gainPointSchema>;

export const qualitySchema = v.object({
  /** How often the customers set aside were drawn anew (Efron 1979), whole owners where one has several rows. */
  draws: v.number(),
  /** What is drawn: rows, or owners. */
  units: v.number(),
  auc: intervalSchema,
  logLoss: intervalSchema,
  lift10: intervalSchema,
  lift20: intervalSchema,
  lift50: intervalSchema,
  /** How much lower the log-loss is than that of saying the base rate to everybody, and its standard error. */
  overBase: v.object({ mean: v.number(), error: v.number() }),
  /** The same against the simple model, on the same rows; absent for the simple model itself. */
  overSimple: v.optional(v.object({ mean: v.number(), error: v.number() })),
  /** AUC on the rows it learned from. */
  trainAuc: v.optional(v.number()),
  gains: v.array(gainPointSchema),
});
/** How sure the figures of a model are, on rows it has not learned from. */
export type Quality = v.InferOutput<typeof qualitySchema>;
