import * as v from 'valibot';
import {
  customSchema,
  daySchema,
  instantSchema,
  moneySchema,
  recordEntries,
} from '#core/record.ts';

export const dealStages = [
  'prospecting',
  'qualified',
  'proposal',
  'negotiation',
  'won',
  'lost',
] as const;
export type DealStage = (typeof dealStages)[number];

export const dealSchema = v.object({
  ...recordEntries,
  customerId: v.optional(v.string()),
  name: v.string(),
  amount: v.optional(moneySchema),
  /** The stage's name in the file it came from. */
  sourceStage: v.optional(v.string()),
  stage: v.picklist(dealStages),
  expectedClose: v.optional(daySchema),
  lostReason: v.optional(v.string()),
  productIds: v.array(v.string()),
  stageHistory: v.array(v.object({ stage: v.picklist(dealStages), at: instantSchema })),
  custom: customSchema,
});

/** A sale in the making (商机). */
export type Deal = v.InferOutput<typeof dealSchema>;
