import type { CalibrationBin } from './model-version.ts';

/** Equal-width bins from 0 to 1; those without a row are left out. */
export const binProbabilities = (
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  bins = 10,
): CalibrationBin[] => {
  const said = new Float64Array(bins);
  const happened = new Float64Array(bins);
  const rows = new Float64Array(bins);
  for (let row = 0; row < labels.length; row += 1) {
    const score = scores[row] ?? 0;
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(score * bins)));
    said[bin] = (said[bin] ?? 0) + score;
    happened[bin] = (happened[bin] ?? 0) + (labels[row] ?? 0);
    rows[bin] = (rows[bin] ?? 0) + 1;
  }
  return Array.from(rows, (count, bin) => ({
    said: (said[bin] ?? 0) / count,
    happened: (happened[bin] ?? 0) / count,
    rows: count,
  })).filter(({ rows: count }) => count > 0);
};
