import type { Centroids } from './lloyd.ts';
import type { Matrix } from './scale-columns.ts';

/** Sum of squared distances of rows to the centroid of their label, each row by its weight (1). */
export const sumDistances = (
  { rows, width, values }: Matrix,
  centroids: Centroids,
  labels: Int32Array,
  weights?: Float64Array,
): number => {
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    const start = (labels[row] as number) * width;
    let sum = 0;
    for (let place = 0; place < width; place += 1)
      sum += ((values[row * width + place] as number) - (centroids[start + place] as number)) ** 2;
    total += weights === undefined ? sum : sum * (weights[row] as number);
  }
  return total;
};
