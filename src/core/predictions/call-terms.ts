import * as v from 'valibot';

const amount = v.optional(v.pipe(v.number(), v.minValue(0)));

const callTermsSchema = v.object({
  /** How many calls there is time for. */
  calls: amount,
  /** In the currency of the settings, as it is written: 12.5 is twelve and a half. */
  costOfCall: amount,
  worthOfSale: amount,
});
/** What a person said calls cost and sales are worth, beside one model. */
export type CallTerms = v.InferOutput<typeof callTermsSchema>;

/** What was kept, as far as it makes sense; else nothing. */
export const readTerms = (kept: unknown): CallTerms => {
  const read = v.safeParse(callTermsSchema, kept);
  return read.success ? read.output : {};
};
