import { encodeRows } from '#core/predictions/encode-rows.ts';
import { widthOf } from '#core/predictions/fit-recipe.ts';
import type { RecipeColumn } from '#core/predictions/recipe-column.ts';
import { type Attribution, averageContributions } from './contribution.ts';
import type { SourceRow } from './plan-walks.ts';
import { tableOf } from './table-of.ts';

type Linear = {
  readonly recipe: { readonly columns: readonly RecipeColumn[]; readonly width: number };
  readonly weights: ArrayLike<number>;
  readonly bias: number;
};

/** Exact Shapley values of a linear model: weight × (input − the background's), added up per column. */
export const attributeLinear = (
  { recipe, weights, bias }: Linear,
  customer: SourceRow,
  background: readonly SourceRow[],
): Attribution => {
  const names = recipe.columns.map(({ name }) => name);
  const { find, places } = tableOf(names, [customer, ...background]);
  const { values, width } = encodeRows(recipe, find, places);
  const columns = recipe.columns.length;
  const parts = new Float64Array(places.length * columns);
  let offset = 0;
  recipe.columns.forEach((column, at) => {
    const end = offset + widthOf(column);
    for (let row = 0; row < places.length; row += 1)
      for (let input = offset; input < end; input += 1)
        (parts[row * columns + at] as number) +=
          (weights[input] ?? 0) * (values[row * width + input] ?? 0);
    offset = end;
  });
  const own = parts.subarray(0, columns);
  const others = parts.subarray(columns);
  const added = others.map((part, at) => (own[at % columns] ?? 0) - part);
  const sum = (list: Float64Array): number => list.reduce((total, part) => total + part, 0);
  return {
    columns: averageContributions(added, columns),
    said: bias + sum(own),
    base: bias + sum(others) / Math.max(1, background.length),
  };
};
