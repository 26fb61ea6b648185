import * as v from 'valibot';
import { customerClasses } from '#core/customers/customer.ts';
import { positionSchema } from '#core/position.ts';
import { recordEntries } from '#core/record.ts';

const days = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Days between two visits, by the class of the customer. */
export const visitRhythmSchema = v.object(v.entriesFromList(customerClasses, days));
export type VisitRhythm = v.InferOutput<typeof visitRhythmSchema>;

export const settingsSchema = v.object({
  ...recordEntries,
  repName: v.optional(v.string()),
  repPhone: v.optional(v.string()),
  repEmail: v.optional(v.string()),
  /** Stands with its address and tax number at the head of orders and quotes on paper. */
  companyName: v.optional(v.string()),
  companyAddress: v.optional(v.string()),
  taxNumber: v.optional(v.string()),
  /** ISO 4217 */
  currency: v.string(),
  /** Share, 0..1. */
  taxRate: v.number(),
  /** Share, 0..1: what is taken off above it needs a reason. */
  discountLimit: v.number(),
  /** 1..12 */
  fiscalYearStartMonth: v.number(),
  homePosition: v.optional(positionSchema),
  /** ISO 3166: phone numbers without a country code are of this country. */
  homeCountry: v.optional(v.string()),
  visitRhythm: visitRhythmSchema,
});
/** The rep's own settings; one record with id `settings`. Language and theme live in localStorage. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** The id of the one settings record. */
export const settingsId = 'settings';

/** Settings before anybody has changed them. */
export const initialSettings: Settings = {
  id: settingsId,
  createdAt: 0,
  updatedAt: 0,
  rev: 0,
  currency: 'EUR',
  taxRate: 0,
  discountLimit: 0.1,
  fiscalYearStartMonth: 1,
  visitRhythm: { A: 14, B: 28, C: 56, D: 90 },
};
