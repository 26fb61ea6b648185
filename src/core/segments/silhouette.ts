import { type Random, sampleIndices } from '#core/seeded-random.ts';
import type { Matrix } from './scale-columns.ts';

/**
 * How well rows sit in their segment, −1..1 (Rousseeuw 1987): mean of (b − a) / max(a, b), a = mean
 * distance within the own segment, b = within the nearest other one; 0 for a row alone in its own.
 * On more than `limit` rows a seeded selection is measured: the cost grows with the square.
 */
export const computeSilhouette = (
  matrix: Matrix,
  labels: Int32Array,
  k: number,
  random: Random,
  limit = 2_000,
): number => {
  const { width, values } = matrix;
  const chosen = sampleIndices(matrix.rows, limit, random);
  const own = Int32Array.from(chosen, (row) => labels[row] ?? 0);
  const sizes = new Float64Array(k);
  for (const label of own) sizes[label] = (sizes[label] ?? 0) + 1;
  const sums = new Float64Array(chosen.length * k);
  for (let left = 0; left < chosen.length; left += 1)
    for (let right = left + 1; right < chosen.length; right += 1) {
      let squared = 0;
      const atLeft = (chosen[left] as number) * width;
      const atRight = (chosen[right] as number) * width;
      for (let place = 0; place < width; place += 1)
        squared += ((values[atLeft + place] as number) - (values[atRight + place] as number)) ** 2;
      const distance = Math.sqrt(squared);
      const toRight = left * k + (own[right] as number);
      const toLeft = right * k + (own[left] as number);
      sums[toRight] = (sums[toRight] as number) + distance;
      sums[toLeft] = (sums[toLeft] as number) + distance;
    }
  return meanWidth(own, sizes, sums, k);
};

const meanWidth = (own: Int32Array, sizes: Float64Array, sums: Float64Array, k: number): number => {
  let total = 0;
  own.forEach((label, row) => {
    const size = sizes[label] ?? 0;
    if (size < 2) return;
    const within = (sums[row * k + label] ?? 0) / (size - 1);
    let nearest = Number.POSITIVE_INFINITY;
    for (let other = 0; other < k; other += 1)
      if (other !== label && (sizes[other] ?? 0) > 0)
        nearest = Math.min(nearest, (sums[row * k + other] ?? 0) / (sizes[other] ?? 1));
    const larger = Math.max(within, nearest);
    if (Number.isFinite(nearest) && larger > 0) total += (nearest - within) / larger;
  });
  return own.length === 0 ? 0 : total / own.length;
};
