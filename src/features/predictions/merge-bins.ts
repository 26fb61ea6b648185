import type { CalibrationBin } from '#core/predictions/model-version.ts';

const join = (a: CalibrationBin, b: CalibrationBin): CalibrationBin => {
  const rows = a.rows + b.rows;
  const mean = (x: number, y: number) => (x * a.rows + y * b.rows) / rows;
  return { said: mean(a.said, b.said), happened: mean(a.happened, b.happened), rows };
};

/** More bars than these nobody reads. */
const mostBars = 5;

/** Joins the two neighbours that hold fewest until no more than `mostBars` are left. */
const joinSmallest = (bins: readonly CalibrationBin[]): readonly CalibrationBin[] => {
  if (bins.length <= mostBars) return bins;
  const rowsAt = (at: number) => (bins[at]?.rows ?? 0) + (bins[at + 1]?.rows ?? 0);
  let least = 0;
  for (let at = 1; at + 1 < bins.length; at += 1) if (rowsAt(at) < rowsAt(least)) least = at;
  const pair = join(bins[least] as CalibrationBin, bins[least + 1] as CalibrationBin);
  return joinSmallest([...bins.slice(0, least), pair, ...bins.slice(least + 2)]);
};

/**
 * Joins neighbouring bins until each holds at least `least` rows, and there are five at most: "it was
 * 100 %" of three customers says nothing. Bins must ascend.
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
  return joinSmallest(merged);
};
