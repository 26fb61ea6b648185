import * as v from 'valibot';
import { positionSchema } from '#core/position.ts';
import { addressSchema, customSchema, recordEntries } from '#core/record.ts';

export const lifecycles = ['lead', 'prospect', 'active', 'lapsed', 'lost'] as const;
export type Lifecycle = (typeof lifecycles)[number];

export const customerClasses = ['A', 'B', 'C', 'D'] as const;
export type CustomerClass = (typeof customerClasses)[number];

export const customerSchema = v.object({
  ...recordEntries,
  kind: v.picklist(['business', 'person']),
  /** Shown as "Customer 17" (its ordinal + 1) when a file has none. */
  name: v.optional(v.string()),
  altName: v.optional(v.string()),
  lifecycle: v.picklist(lifecycles),
  class: v.optional(v.picklist(customerClasses)),
  visitIntervalDays: v.optional(v.number()),
  industry: v.optional(v.string()),
  phones: v.array(v.string()),
  emails: v.array(v.string()),
  address: v.optional(addressSchema),
  position: v.optional(positionSchema),
  parentId: v.optional(v.string()),
  tags: v.array(v.string()),
  doNotContact: v.boolean(),
  /** `denied` keeps a person out of training, scores, segments and recommendations. */
  profiling: v.optional(v.picklist(['allowed', 'denied'])),
  /** A customer made to hold orders without a customer, one per country: never scored. */
  walkIn: v.optional(v.boolean()),
  /** In the trash because it was merged into this customer. */
  mergedInto: v.optional(v.string()),
  /** Place in the sealed columns: assigned once by commit(), never reused. */
  ord: v.optional(v.pipe(v.number(), v.integer())),
  /** 0-based data row of the file this came from. */
  sourceRow: v.optional(v.number()),
  custom: customSchema,
});

/** A business or a person one sells to (客户). */
export type Customer = v.InferOutput<typeof customerSchema>;
