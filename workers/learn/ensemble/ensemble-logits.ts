import type { FindValues } from '#core/predictions/encode-rows.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { networkLogits } from './default-network.ts';
import { logisticLogits } from './fit-logistic-member.ts';
import { treesLogits } from './fit-trees-member.ts';

/** Logits of these places by every member, in the order of the stack's weights; undefined when cancelled. */
export const ensembleLogits = async (
  { logistic, trees, network }: Ensemble,
  find: FindValues,
  rows: Uint32Array,
  turns: Turns,
): Promise<readonly Float64Array[] | undefined> => {
  const simple = logisticLogits(logistic, find, rows);
  if (await turns.take()) return undefined;
  const grown = treesLogits(trees, find, rows);
  if (await turns.take()) return undefined;
  if (network === undefined) return [simple, grown];
  const deep = await networkLogits(network, find, rows, turns);
  return deep === undefined ? undefined : [simple, grown, deep];
};
