import type { Random } from '#core/seeded-random.ts';

/** A bootstrap resample as weights: how often each of `rows` rows was drawn in `rows` drawings. */
export const drawResample = (rows: number, random: Random): Float64Array => {
  const times = new Float64Array(rows);
  for (let drawn = 0; drawn < rows; drawn += 1) {
    const row = Math.min(rows - 1, Math.floor(random() * rows));
    times[row] = (times[row] as number) + 1;
  }
  return times;
};
