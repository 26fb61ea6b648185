import { sumParts } from '#core/predictions/reasons/linear-parts.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import { binRows } from '#core/predictions/trees/bin-rows.ts';
import { sumTrees } from '#core/predictions/trees/tree.ts';
import type { Ground } from './open-ground.ts';

/** What every member says of each row in logits, weighed and added. */
export const sumMembers = (
  { bias, linear, trees, names }: Pick<Ground, 'bias' | 'linear' | 'trees' | 'names'>,
  rows: readonly SourceRow[],
  parts: Float64Array,
  ofNetwork: ArrayLike<number>,
): Float64Array => {
  const columns = names.length;
  const { find, places } = tableOf(names, rows);
  const grown = trees && sumTrees(trees.body.trees, binRows(trees.body.fields, find, places));
  return Float64Array.from(rows, (_, row) => {
    let logit = bias + (ofNetwork[row] ?? 0);
    if (linear !== undefined)
      logit +=
        linear.scale *
        sumParts(linear.model, parts.subarray(row * columns, row * columns + columns));
    if (trees !== undefined) logit += trees.scale * (trees.body.base + (grown?.[row] ?? 0));
    return logit;
  });
};
