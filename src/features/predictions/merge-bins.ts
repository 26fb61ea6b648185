import type { CalibrationBin } from '#core/predictions/model-version.ts';

const join = (a: CalibrationBin, b: CalibrationBin): CalibrationBin => {
  const rows = a.rows + b.rows;
  const mean = (x: number, y: number) => (x * a.rows + y * b.rows) / rows;
  return { said: mean(a.said, b.said), happened: mean(a.happened, b.happened), rows };
};

/**
 * Joins neighbouring bins until each holds at least `least` rows: "it was 100 %" of three customers
 * says nothing. Bins must ascend.
 */
export const mergeBins = (
  bins: readonly CalibrationBin[],
  least: number,
): readonly CalibrationBin[] => {
  const merged: CalibrationBin[] = [];
  for (const bin of bins) {
    const last = merged.at(-1);
    if (last !== undefined && last.rows < least) merged[merged.length - 1] = join(last, bin);
    else merged.push(bin);
  }
  const [last, before] = [merged.at(-1), merged.at(-2)];
  if (last !== undefined && before !== undefined && last.rows < least)
    merged.splice(-2, 2, join(before, last));
  return merged;
};
