import * as v from 'valibot';
import { orderTargetSchema } from './from-orders/order-target.ts';
import { backendNames } from './model-version.ts';
import { efforts } from './training-effort.ts';

export const columnTargetSchema = v.object({
  kind: v.optional(v.literal('column')),
  field: v.string(),
  positive: v.string(),
});
/** A column and the value looked for. */
export type ColumnTarget = v.InferOutput<typeof columnTargetSchema>;

export const trainModes = ['default', 'reference', 'logistic'] as const;
export const backendChoices = ['auto', ...backendNames] as const;

export const trainingInputSchema = v.object({
  /** A column, or a question orders answer. */
  target: v.union([orderTargetSchema, columnTargetSchema]),
  /** What the question is called on the screen. */
  subject: v.optional(v.string()),
  drop: v.pipe(v.array(v.string()), v.readonly()),
  mode: v.picklist(trainModes),
  /** `full`: in default mode the reference network is measured too, on the same rows. */
  ladder: v.optional(v.literal('full')),
  /** What is set aside for checking: rows by seed, or the last ones where rows stand in time order. */
  split: v.picklist(['random', 'rows']),
  backend: v.picklist(backendChoices),
  seed: v.number(),
  epochs: v.number(),
  /** Whether protected traits may be features: the app drops them, the laboratory uses them. */
  protectedTraits: v.picklist(['use', 'drop']),
  /** Of the default way; `usual` unless named. */
  effort: v.optional(v.picklist(efforts)),
  /** What it may take, ms: what does not fit is left out and told. Without it nothing is. */
  withinMs: v.optional(v.number()),
  now: v.number(),
});
/** What is to be trained, and how. */
export type TrainingInput = v.InferOutput<typeof trainingInputSchema>;

const trainingHeadSchema = v.object({
  /** Of the question, its rows and the way of learning: the parts fit no other. */
  digest: v.string(),
  input: trainingInputSchema,
  /** How far it was, 0..1. */
  fraction: v.number(),
  /** What had been worked on it, ms. */
  workedMs: v.number(),
});
/** A training that was begun and has not ended; its finished parts lie beside it. */
export type TrainingHead = v.InferOutput<typeof trainingHeadSchema>;

/** Anything else counts as no training: it is only begun again. */
export const readHead = (kept: unknown): TrainingHead | undefined => {
  const read = v.safeParse(trainingHeadSchema, kept);
  return read.success ? read.output : undefined;
};
