import type { FindValues } from '#core/predictions/encode-rows.ts';
import type { TreesBody } from '#core/predictions/model-body.ts';
import { binRows, fitBins } from '#core/predictions/trees/bin-rows.ts';
import { type BoostRules, boostTrees } from '#core/predictions/trees/boost-trees.ts';
import { sumTrees } from '#core/predictions/trees/tree.ts';
import { accept, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { labelsOf } from '#workers/learn/prepare-rows.ts';
import { runInTurns } from '#workers/learn/take-turns.ts';
import type { FitMember } from './member.ts';

/** Found on tables with and without interactions; not tuned to any one of them. */
export const boostRules: BoostRules = {
  rate: 0.06,
  mostLeaves: 15,
  ridge: 1,
  fewestRows: 20,
  mostTrees: 800,
  patience: 40,
  rowShare: 0.8,
  columnShare: 0.8,
};

/** Logits of boosted trees. */
export const treesLogits = (
  { fields, base, trees }: TreesBody,
  find: FindValues,
  rows: Uint32Array,
): Float64Array => sumTrees(trees, binRows(fields, find, rows)).map((sum) => base + sum);

/** Boosted trees; their number is the one that was best on the rows aside. */
export const fitTreesMember: FitMember<TreesBody> = async ({
  question,
  rows,
  aside,
  size = boostRules.mostTrees,
  seed,
  turns,
  onFraction,
}) => {
  const { find } = question.table;
  const fields = fitBins(question.used, rows);
  const binned = binRows(fields, find, rows);
  const held =
    aside === undefined
      ? undefined
      : { table: binRows(fields, find, aside), labels: labelsOf(question, aside) };
  const rules = aside === undefined ? { ...boostRules, mostTrees: Math.max(1, size) } : boostRules;
  const random = seededRandom(mixSeed(seed, 60));
  const boosting = boostTrees(binned, labelsOf(question, rows), held, rules, random);
  const grown = await runInTurns(boosting, turns, (trees) => onFraction(trees / rules.mostTrees));
  if (grown === undefined) return refuse('cancelled');
  const { base, trees } = grown;
  return accept({
    body: { fields, base, trees: [...trees] },
    aside: grown.aside,
    size: trees.length,
  });
};
