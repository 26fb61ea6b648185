import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';
import { countedColumnSchema } from './count-column.ts';
import { ruleSchema } from './fit-rule.ts';
import { orderTargetSchema } from './from-orders/order-target.ts';
import { qualitySchema } from './quality.ts';
import { recipeColumnSchema } from './recipe-column.ts';
import { effortPlanSchema, efforts } from './training-effort.ts';

export const backendNames = ['webgl', 'wasm', 'cpu', 'simd'] as const;
export type BackendName = (typeof backendNames)[number];

export const modelKinds = ['base-rate', 'logistic', 'reference', 'ensemble'] as const;
export type ModelKind = (typeof modelKinds)[number];

export const metricsSchema = v.object({
  /** Share right at threshold .5 */
  accuracy: v.number(),
  auc: v.number(),
  /** Natural logarithm, mean per row. */
  logLoss: v.number(),
  /** Expected calibration error over ten equal-width bins. */
  ece: v.number(),
  /** Rate among the top tenth over the base rate. */
  lift10: v.number(),
  rows: v.number(),
  positives: v.number(),
});
export type Metrics = v.InferOutput<typeof metricsSchema>;

export const calibrationBinSchema = v.object({
  /** Mean probability said in this bin. */
  said: v.number(),
  /** Share of rows where it happened. */
  happened: v.number(),
  rows: v.number(),
});
export type CalibrationBin = v.InferOutput<typeof calibrationBinSchema>;

export const columnLeftOutSchema = v.object({
  column: v.string(),
  why: v.picklist([
    'target',
    'dropped',
    'identifier',
    'constant',
    'all-missing',
    'free-text',
    'protected',
    'same-as-target',
    'knows-the-answer',
    'not-learnable',
    'nearly-empty',
    'as-of-today',
  ]),
});
export type ColumnLeftOut = v.InferOutput<typeof columnLeftOutSchema>;

export const columnQuestionSchema = v.object({
  column: v.string(),
  /** `block`: left out; `ask`: a person has to say whether it is known beforehand. */
  severity: v.picklist(['block', 'ask']),
  /** It is the answer; a part of its values hardly ever meets it; it explains too much; its name. */
  test: v.picklist(['answer', 'dead-zone', 'variance', 'name']),
  /** Of the column alone. */
  auc: v.number(),
  /** What the test found: AUC, share of rows in the dead zone, share of variance explained. */
  share: v.number(),
});
/** A column that may know the answer before it is asked (learning.md 4). */
export type ColumnQuestion = v.InferOutput<typeof columnQuestionSchema>;

export const columnImportanceSchema = v.object({
  column: v.string(),
  /** How much the AUC on rows set aside falls when the column's values are dealt out anew. */
  aucLost: v.number(),
});
export type ColumnImportance = v.InferOutput<typeof columnImportanceSchema>;

export const comparisonSchema = v.object({
  /** The model that was in use for the same question. */
  modelId: v.string(),
  /** `same-rows`: rows neither had learned from; `own-figures`: each on the rows set aside at its training. */
  by: v.picklist(['same-rows', 'own-figures']),
  ours: metricsSchema,
  theirs: metricsSchema,
  verdict: v.picklist(['better', 'alike', 'worse']),
  /** What the person chose; absent until then. */
  answer: v.optional(v.picklist(['used', 'kept'])),
});
/** How a candidate stands against the model in use. */
export type Comparison = v.InferOutput<typeof comparisonSchema>;

export const backendReceiptSchema = v.object({
  name: v.picklist(backendNames),
  /** `asked`: named by the person; `fastest`: won the timed probe; `only`: no other one works. */
  why: v.picklist(['asked', 'fastest', 'only', 'no-network']),
  /** What each backend tried needs for a training step, ms; null: it failed the self-test. */
  stepMs: v.optional(v.record(v.string(), v.nullable(v.number()))),
});
/** Which backend computed, and why it was chosen. */
export type BackendReceipt = v.InferOutput<typeof backendReceiptSchema>;

export const modelVersionSchema = v.object({
  ...recordEntries,
  kind: v.picklist(modelKinds),
  target: v.object({ field: v.string(), positive: v.string() }),
  /** Where orders were asked instead of a column: `target` then only names the question. */
  fromOrders: v.optional(
    v.object({
      target: orderTargetSchema,
      /** What the product or category asked for is called. */
      name: v.optional(v.string()),
      /** The morning the scores look from, in days since 1970. */
      asOf: v.number(),
      /** The mornings it was learned from, latest first; the figures are those of `measuredOn`. */
      learnedFrom: v.array(v.number()),
      measuredOn: v.number(),
    }),
  ),
  recipe: v.object({
    version: v.literal(1),
    columns: v.array(recipeColumnSchema),
    left: v.array(columnLeftOutSchema),
    /** Width of a feature row. */
    width: v.number(),
  }),
  seed: v.number(),
  epochs: v.number(),
  backend: backendReceiptSchema,
  /** Customers with an answer, customers without, cells that were NaN or infinite. */
  data: v.object({
    labelled: v.number(),
    unlabelled: v.number(),
    notFinite: v.number(),
    /** Rows that stand there more than once; absent where they are too few to matter. */
    copies: v.optional(v.number()),
    /** Customers who got a score; older models lack it. */
    scored: v.optional(v.number()),
  }),
  heldOut: v.object({
    baseRate: metricsSchema,
    /** The best rule of one column; older models lack it. */
    rule: v.optional(metricsSchema),
    logistic: metricsSchema,
    reference: v.optional(metricsSchema),
    trees: v.optional(metricsSchema),
    /** The default network. */
    network: v.optional(metricsSchema),
    ensemble: v.optional(metricsSchema),
  }),
  /** Columns that may know the answer, and what the model goes by, the most telling first. */
  questions: v.optional(v.array(columnQuestionSchema)),
  importance: v.optional(v.array(columnImportanceSchema)),
  /** Where the last rows were checked on: how the answer's rate and the columns moved towards them. */
  drift: v.optional(
    v.object({
      rateBefore: v.number(),
      rateAfter: v.number(),
      /** Population stability index over .2, the largest first. */
      columns: v.array(v.object({ column: v.string(), index: v.number() })),
    }),
  ),
  /** How the columns it goes by stood among the customers it scored; older models lack it. */
  counted: v.optional(v.array(countedColumnSchema)),
  /** How much each member of an ensemble weighs. */
  shares: v.optional(v.object({ logistic: v.number(), trees: v.number(), network: v.number() })),
  /** How much lower the ensemble's log-loss is than the simple model's, out of fold, and its standard error. */
  gain: v.optional(v.object({ mean: v.number(), error: v.number() })),
  /** What the person let the training take, and what was done within it; older models lack it. */
  effort: v.optional(v.object({ asked: v.picklist(efforts), plan: effortPlanSchema })),
  calibration: v.array(calibrationBinSchema),
  /** How sure the figures of the model that scores are; older models lack it. */
  quality: v.optional(qualitySchema),
  rule: v.optional(ruleSchema),
  /** Loss per epoch of the measured fit, training and validation. */
  history: v.array(v.object({ loss: v.number(), validationLoss: v.number() })),
  /** Parameters: kernel and bias per layer, in layer order; a logistic model is one layer, an ensemble keeps its own in a model body. */
  weights: v.array(v.object({ shape: v.array(v.number()), values: v.array(v.number()) })),
  trainingMs: v.number(),
  /** Only where the same question had a model in use: that one stays until a person chooses. */
  against: v.optional(comparisonSchema),
});
/** A trained model with its manifest and parameters (模型版本). Sealed like every record. */
export type ModelVersion = v.InferOutput<typeof modelVersionSchema>;
