import type { FindValues } from '#core/predictions/encode-rows.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import { logisticLogits } from './fit-logistic-member.ts';
import { treesLogits } from './fit-trees-member.ts';

/** Logits of these places by every member, in the order of the stack's weights. */
export const ensembleLogits = (
  { logistic, trees }: Ensemble,
  find: FindValues,
  rows: Uint32Array,
): readonly Float64Array[] => [
  logisticLogits(logistic, find, rows),
  treesLogits(trees, find, rows),
];
