import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const settingsSchema = v.object({
  ...recordEntries,
  repName: v.optional(v.string()),
  /** ISO 4217 */
  currency: v.string(),
  taxRate: v.number(),
  discountLimit: v.number(),
  /** 1..12 */
  fiscalYearStartMonth: v.number(),
  homePosition: v.optional(v.object({ latitude: v.number(), longitude: v.number() })),
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
};
