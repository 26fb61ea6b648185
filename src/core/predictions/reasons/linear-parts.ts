import { encodeRows } from '#core/predictions/encode-rows.ts';
import { widthOf } from '#core/predictions/fit-recipe.ts';
import type { RecipeColumn } from '#core/predictions/recipe-column.ts';
import type { SourceRow } from './plan-walks.ts';
import { tableOf } from './table-of.ts';

/** A model that is a weighted sum of its inputs, in logits. */
export type Linear = {
  readonly recipe: { readonly columns: readonly RecipeColumn[]; readonly width: number };
  readonly weights: ArrayLike<number>;
  readonly bias: number;
  /** Logits beyond this, up or down, are said as this: how far the model lets itself go. */
  readonly limit: number;
};

/** What each source column adds to the sum: `parts[row × columns + column]`, in logits. */
export const linearParts = (
  { recipe, weights }: Pick<Linear, 'recipe' | 'weights'>,
  rows: readonly SourceRow[],
): Float64Array => {
  const names = recipe.columns.map(({ name }) => name);
  const { find, places } = tableOf(names, rows);
  const { values, width } = encodeRows(recipe, find, places);
  const columns = recipe.columns.length;
  const parts = new Float64Array(rows.length * columns);
  let offset = 0;
  recipe.columns.forEach((column, at) => {
    const end = offset + widthOf(column);
    for (let row = 0; row < rows.length; row += 1)
      for (let input = offset; input < end; input += 1)
        (parts[row * columns + at] as number) +=
          (weights[input] ?? 0) * (values[row * width + input] ?? 0);
    offset = end;
  });
  return parts;
};

/** The logit of one row of parts. */
export const sumParts = ({ bias, limit }: Pick<Linear, 'bias' | 'limit'>, parts: Float64Array) => {
  let sum = bias;
  for (const part of parts) sum += part;
  return Math.max(-limit, Math.min(limit, sum));
};
