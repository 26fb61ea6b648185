import type { Attribution, Contribution } from './contribution.ts';

/** What is known of a customer against a background, in logits. */
export type Added = {
  readonly columns: number;
  /** Exact, against every background row: `exact[background × columns + column]`. */
  readonly exact: Float64Array;
  /** What else there is, from walks against some of the rows (`rows`, in the order of `walked`). */
  readonly walked: Float64Array;
  readonly rows: Uint32Array;
  /** Roughly what walks would find against every row, up to a constant; laid out as `exact`. */
  readonly foretold: Float64Array;
  /** The customer's logit, and the mean logit of all background rows. */
  readonly said: number;
  readonly base: number;
};

const meanOf = (values: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] as number;
  return sum / Math.max(1, values.length);
};

const covarianceOf = (one: Float64Array, other: Float64Array): number => {
  const ofOne = meanOf(one);
  const ofOther = meanOf(other);
  let sum = 0;
  for (let at = 0; at < one.length; at += 1)
    sum += ((one[at] as number) - ofOne) * ((other[at] as number) - ofOther);
  return sum / Math.max(1, one.length - 1);
};

const columnOf = (values: Float64Array, columns: number, column: number): Float64Array => {
  const found = new Float64Array(values.length / columns);
  for (let row = 0; row < found.length; row += 1)
    found[row] = values[row * columns + column] as number;
  return found;
};

const pick = (values: Float64Array, rows: Uint32Array): Float64Array => {
  const found = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) found[at] = values[rows[at] as number] as number;
  return found;
};

/** `one + factor · other`. */
const plus = (one: Float64Array, factor: number, other: Float64Array): Float64Array => {
  const sum = new Float64Array(one.length);
  for (let at = 0; at < sum.length; at += 1)
    sum[at] = (one[at] as number) + factor * (other[at] as number);
  return sum;
};

/** A slope found on few rows may say anything. */
const steepest = 2;

/**
 * One column: the mean over all rows of what is exact, and of the walks what they would say against all
 * rows, by their slope on what was foretold (regression estimator of two-phase sampling, Cochran 1977,
 * chapter 12). `spare` is the variance of what the walks alone tell.
 */
const joinColumn = (
  { columns, exact, walked, rows, foretold }: Added,
  column: number,
): Contribution & { readonly spare: number } => {
  const sure = columnOf(exact, columns, column);
  if (rows.length === 0)
    return {
      phi: meanOf(sure),
      error: Math.sqrt(covarianceOf(sure, sure) / sure.length),
      spare: 0,
    };
  const told = columnOf(foretold, columns, column);
  const near = pick(told, rows);
  const found = columnOf(walked, columns, column);
  const spread = covarianceOf(near, near);
  const slope =
    spread > 0 ? Math.max(0, Math.min(steepest, covarianceOf(near, found) / spread)) : 0;
  const rest = plus(found, -slope, near);
  const whole = plus(sure, slope, told);
  const spare = covarianceOf(rest, rest) / rows.length;
  const both = covarianceOf(whole, whole) + 2 * covarianceOf(pick(whole, rows), rest);
  return {
    phi: meanOf(whole) + meanOf(rest),
    error: Math.sqrt(Math.max(0, both / sure.length + spare)),
    spare,
  };
};

/**
 * Contributions of all columns. What walks against some rows leave of `said − base` goes to the columns in
 * proportion to how unsure their walks are, so that the sum is exact.
 */
export const joinAttributions = (added: Added): Attribution => {
  const { columns, said, base } = added;
  const joined = Array.from({ length: columns }, (_, column) => joinColumn(added, column));
  const spare = joined.reduce((sum, one) => sum + one.spare, 0);
  const rest = said - base - joined.reduce((sum, { phi }) => sum + phi, 0);
  const share = spare > 0 ? rest / spare : 0;
  return {
    columns: joined.map((one) => ({ phi: one.phi + share * one.spare, error: one.error })),
    said,
    base,
  };
};
