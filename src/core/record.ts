import * as v from 'valibot';

/** A day in the customer's calendar: `YYYY-MM-DD`, no time, no zone. */
export const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u));

/** An instant: milliseconds since 1970 in UTC. */
export const instantSchema = v.pipe(v.number(), v.integer());

/** A cell of a custom field, after typing. `null` is a missing value. */
export type CustomValue = string | number | boolean | null;

/** What every record has. `rev` counts its writes: one tab never overwrites another unseen. */
export const recordEntries = {
  id: v.pipe(v.string(), v.minLength(1)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: v.optional(instantSchema),
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  importId: v.optional(v.string()),
  externalId: v.optional(v.string()),
} as const;

/** Custom fields by field key; the exact header of the file they came from is in FieldDefinition. */
export const customSchema = v.record(
  v.string(),
  v.union([v.string(), v.number(), v.boolean(), v.null()]),
);

export const addressSchema = v.object({
  street: v.optional(v.string()),
  city: v.optional(v.string()),
  region: v.optional(v.string()),
  postcode: v.optional(v.string()),
  country: v.optional(v.string()),
});
export type Address = v.InferOutput<typeof addressSchema>;

export const moneySchema = v.object({
  /** Whole minor units (cents, fen) of the currency. */
  amountMinor: v.pipe(v.number(), v.integer()),
  /** ISO 4217 */
  currency: v.pipe(v.string(), v.length(3)),
});
export type Money = v.InferOutput<typeof moneySchema>;
