import * as v from 'valibot';
import { normalQuantile } from './normal-quantile.ts';

export const spreadSchema = v.object({
  /** Values of the column, ascending, and what each becomes: the normal quantile of its rank. */
  values: v.array(v.number()),
  normals: v.array(v.number()),
  /** Edges of the piecewise-linear bins, ascending; fewer than three make no bins. */
  edges: v.array(v.number()),
});
/**
 * How a numeric column is spread: a smooth input (the normal quantile of its rank) and bins beside it
 * (Gorishniy and others 2022, piecewise-linear encoding).
 */
export type Spread = v.InferOutput<typeof spreadSchema>;

const knots = 64;
const mostBins = 8;

const firstAtLeast = (sorted: Float64Array, value: number, orAbove: boolean): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle] as number;
    if (there < value || (orAbove && there === value)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const distinctAt = (sorted: Float64Array, parts: number): number[] => {
  const found: number[] = [];
  for (let part = 0; part <= parts && sorted.length > 0; part += 1) {
    const value = sorted[Math.floor((part / parts) * (sorted.length - 1))] as number;
    if (found.length === 0 || value > (found.at(-1) as number)) found.push(value);
  }
  return found;
};

/** Fits the spread of a column; NaN is passed over. */
export const fitSpread = (numbers: Float64Array): Spread => {
  const sorted = numbers.filter((value) => !Number.isNaN(value)).sort();
  const rows = Math.max(1, sorted.length);
  const values = distinctAt(sorted, knots);
  const normals = values.map((value) => {
    const below = firstAtLeast(sorted, value, false);
    const upTo = firstAtLeast(sorted, value, true);
    const rank = (below + upTo) / 2 / rows;
    return normalQuantile(Math.min(1 - 0.5 / rows, Math.max(0.5 / rows, rank)));
  });
  return { values, normals, edges: distinctAt(sorted, mostBins) };
};

/** How many inputs a spread becomes. */
export const widthOfSpread = ({ edges }: Spread): number =>
  1 + (edges.length > 2 ? edges.length - 1 : 0);

/** The normal quantile of a value, linear between the values known, flat beyond them. */
const smooth = ({ values, normals }: Spread, value: number): number => {
  const last = values.length - 1;
  if (last < 0 || value <= (values[0] as number)) return normals[0] ?? 0;
  if (value >= (values[last] as number)) return normals[last] as number;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle;
    else high = middle;
  }
  const from = values[low] as number;
  const share = (value - from) / ((values[high] as number) - from);
  const start = normals[low] as number;
  return start + share * ((normals[high] as number) - start);
};

/** Writes the inputs of a value from `offset` on; NaN (missing) leaves all of them 0. */
export const writeSpread = (
  into: Float32Array,
  offset: number,
  spread: Spread,
  value: number,
): void => {
  if (Number.isNaN(value)) return;
  into[offset] = smooth(spread, value);
  const { edges } = spread;
  if (edges.length < 3) return;
  for (let bin = 1; bin < edges.length; bin += 1) {
    const from = edges[bin - 1] as number;
    const share = (value - from) / ((edges[bin] as number) - from);
    into[offset + bin] = Math.max(0, Math.min(1, share));
  }
};
