import type { BinnedTable } from './trees/binned-table.ts';

/** How far apart two samples of a column lie: Σ (a − b) · ln(a / b) over its bins. Over .2 is a shift. */
export const stabilityIndex = (before: ArrayLike<number>, after: ArrayLike<number>): number => {
  const [total, later] = [before, after].map((counts) =>
    Array.from(counts).reduce((sum, one) => sum + one, 0),
  );
  let index = 0;
  for (let bin = 0; bin < before.length; bin += 1) {
    // Half a row in every bin: an empty one must not be infinitely far away.
    const was = ((before[bin] ?? 0) + 0.5) / ((total ?? 0) + 0.5 * before.length);
    const is = ((after[bin] ?? 0) + 0.5) / ((later ?? 0) + 0.5 * before.length);
    index += (is - was) * Math.log(is / was);
  }
  return index;
};

/** A population stability index above it is called a shift (Siddiqi 2006). */
export const driftIndex = 0.2;

/** At most this many bins a column: finer ones move by chance. */
const fewBins = 10;

const countBins = (codes: Uint8Array, bins: number): Float64Array => {
  const counts = new Float64Array(Math.min(bins, fewBins));
  for (const code of codes) {
    const bin = Math.floor((code * counts.length) / bins);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
};

/**
 * Population stability index of every column between two tables binned alike (Siddiqi 2006); choices
 * beyond ten are taken together by their commonness.
 */
export const measureDrift = (before: BinnedTable, after: BinnedTable): readonly number[] =>
  before.columns.map(({ codes, bins }, column) =>
    stabilityIndex(
      countBins(codes, bins),
      countBins(after.columns[column]?.codes ?? new Uint8Array(), bins),
    ),
  );
