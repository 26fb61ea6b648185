import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const distinctPairSchema = v.object({
  ...recordEntries,
  /** The two customers, in the order of their ids. */
  customerIds: v.tuple([v.string(), v.string()]),
});

/** Two customers that look alike and are not the same: a person has said so. */
export type DistinctPair = v.InferOutput<typeof distinctPairSchema>;

/** The name of a pair, whichever of the two is named first. */
export const distinctPairId = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);
