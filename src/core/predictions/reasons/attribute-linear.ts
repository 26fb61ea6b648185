import type { Linear } from './linear-parts.ts';

type Against = {
  /** Parts of the background rows, row by row (linear-parts.ts). */
  readonly others: Float64Array;
  /** One order of the columns per background row. */
  readonly orders: readonly Uint16Array[];
};

/**
 * Adds the Shapley values of a linear model, times `scale`, to `added[background × columns + column]`, in
 * logits. They are exact where no logit reaches the limit: part − the other's part, whatever the order. At
 * the limit they are walks, forth and back.
 */
export const attributeLinear = (
  { bias, limit }: Pick<Linear, 'bias' | 'limit'>,
  own: Float64Array,
  { others, orders }: Against,
  scale: number,
  added: Float64Array,
): void => {
  const columns = own.length;
  const held = (logit: number): number => Math.max(-limit, Math.min(limit, logit));
  for (let row = 0; row < orders.length; row += 1) {
    const start = row * columns;
    let from = bias;
    let to = bias;
    let furthest = Math.abs(bias);
    for (let column = 0; column < columns; column += 1) {
      const part = own[column] as number;
      const other = others[start + column] as number;
      from += other;
      to += part;
      furthest += Math.max(Math.abs(part), Math.abs(other));
      (added[start + column] as number) += scale * (part - other);
    }
    if (furthest <= limit) continue;
    for (const column of orders[row] as Uint16Array) {
      const step = (own[column] as number) - (others[start + column] as number);
      // Back: the columns before this one are the other's still, those after it the customer's.
      const forth = held(from + step) - held(from);
      const back = held(to) - held(to - step);
      (added[start + column] as number) += scale * ((forth + back) / 2 - step);
      from += step;
      to -= step;
    }
  }
};
