import type { BinnedTable } from './binned-table.ts';

/** Three numbers a bin: sum of gradients, sum of curvatures, rows. */
export const perBin = 3;

/** Where each column begins in a histogram; the last entry is the whole length. */
export const startsOf = ({ columns }: BinnedTable): Uint32Array => {
  const starts = new Uint32Array(columns.length + 1);
  columns.forEach(({ bins }, column) => {
    starts[column + 1] = (starts[column] as number) + bins * perBin;
  });
  return starts;
};

export type Slopes = { readonly gradients: Float32Array; readonly curvatures: Float32Array };

/** Room for the slopes of a leaf's rows, gathered so that every column reads them in order. */
export type Gathered = Slopes;

/** Sums the slopes of `rows` into the bins of the given columns. `histogram` is cleared first. */
export const fillHistogram = (
  histogram: Float64Array,
  table: BinnedTable,
  starts: Uint32Array,
  columns: Uint16Array,
  rows: Uint32Array,
  slopes: Slopes,
  room: Gathered,
): void => {
  histogram.fill(0);
  const count = rows.length;
  const { gradients, curvatures } = room;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    gradients[at] = slopes.gradients[row] as number;
    curvatures[at] = slopes.curvatures[row] as number;
  }
  for (const column of columns) {
    const { codes } = table.columns[column] as BinnedTable['columns'][number];
    const start = starts[column] as number;
    for (let at = 0; at < count; at += 1) {
      const bin = start + (codes[rows[at] as number] as number) * perBin;
      (histogram[bin] as number) += gradients[at] as number;
      (histogram[bin + 1] as number) += curvatures[at] as number;
      (histogram[bin + 2] as number) += 1;
    }
  }
};

/** What is left of `whole` when `part` is taken away, written into `whole`. */
export const subtractHistogram = (whole: Float64Array, part: Float64Array): void => {
  for (let at = 0; at < whole.length; at += 1) (whole[at] as number) -= part[at] as number;
};
