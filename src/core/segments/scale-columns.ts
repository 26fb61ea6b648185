import type { SegmentColumn } from './segment-run.ts';

/** Row-major numbers, `rows` × `width`. */
export type Matrix = {
  readonly rows: number;
  readonly width: number;
  readonly values: Float64Array;
};

export type ScaleWay = 'standard' | 'robust' | 'none';

/** One column to cluster by; NaN is a missing value. */
export type RawColumn = {
  readonly name: string;
  readonly log: boolean;
  readonly values: Float64Array;
};

/** What is kept of a column so that another run can put its rows in the same units. */
export type ScaledColumn = SegmentColumn & {
  /** Stands for a missing value, in the column's own units. */
  readonly median: number;
  /** Mean over the rows, missing ones counted as the median, in the column's own units. */
  readonly mean: number;
  readonly constant: boolean;
};

/** log1p for amounts and counts; mirrored below zero, so that a return does not become NaN. */
export const signedLog = (value: number): number =>
  value < 0 ? -Math.log1p(-value) : Math.log1p(value);

/** The value at share `at` (0..1) of ascending numbers, with linear interpolation. NaN when empty. */
export const quantile = (ascending: Float64Array, at: number): number => {
  const place = (ascending.length - 1) * at;
  const below = ascending[Math.floor(place)] ?? Number.NaN;
  const above = ascending[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};

const meanOf = (values: Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

const deviationOf = (values: Float64Array, mean: number): number => {
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return Math.sqrt(sum / values.length);
};

/** The interquartile range of a normal distribution is 1.349 deviations. */
const normalQuartileRange = 1.349;

const centreAndScale = (
  values: Float64Array,
  way: ScaleWay,
): { centre: number; scale: number; constant: boolean } => {
  const mean = meanOf(values);
  const deviation = deviationOf(values, mean);
  // A column of equal numbers can have a deviation of rounding dust instead of zero.
  const constant = !(deviation > 1e-12 * Math.max(1, Math.abs(mean)));
  if (way === 'none') return { centre: 0, scale: 1, constant };
  if (constant) return { centre: mean, scale: 1, constant };
  if (way === 'standard') return { centre: mean, scale: deviation, constant };
  const ascending = values.slice().sort();
  const spread = (quantile(ascending, 0.75) - quantile(ascending, 0.25)) / normalQuartileRange;
  // Most customers equal (one order each): the middle half has no width, so the deviation serves.
  return { centre: quantile(ascending, 0.5), scale: spread > 0 ? spread : deviation, constant };
};

/** Beyond this a number is no quantity, and the squares of a million of them would overflow. */
const largest = 1e150;

/** Whether a value counts; what is no number or beyond all measure is missing. */
export const isKnown = (value: number): boolean => Math.abs(value) <= largest;

const withoutMissing = (column: RawColumn): { filled: Float64Array; median: number } => {
  const known = column.values.filter(isKnown).sort();
  const median = known.length === 0 ? 0 : quantile(known, 0.5);
  return { filled: column.values.map((value) => (isKnown(value) ? value : median)), median };
};

/**
 * Puts columns in comparable units: missing (no number, or beyond 1e150) → median, log1p where asked, centre and scale
 * (`standard`: mean and population deviation; `robust`: median and quartile range / 1.349), and
 * values beyond ±`clip` scaled units moved to that edge. All columns must be equally long.
 */
export const scaleColumns = (
  columns: readonly RawColumn[],
  way: ScaleWay,
  clip = Number.POSITIVE_INFINITY,
): { matrix: Matrix; columns: readonly ScaledColumn[] } => {
  const rows = columns[0]?.values.length ?? 0;
  const width = columns.length;
  const values = new Float64Array(rows * width);
  const scaled = columns.map((column, place): ScaledColumn => {
    const { filled, median } = withoutMissing(column);
    const mean = meanOf(filled);
    const shaped = column.log ? filled.map(signedLog) : filled;
    const { centre, scale, constant } = centreAndScale(shaped, way);
    for (let row = 0; row < rows; row += 1) {
      const value = ((shaped[row] ?? 0) - centre) / scale;
      values[row * width + place] = Math.max(-clip, Math.min(clip, value));
    }
    return { name: column.name, log: column.log, centre, scale, median, mean, constant };
  });
  return { matrix: { rows, width, values }, columns: scaled };
};
