import { assignRows } from './lloyd.ts';
import { isKnown, type Matrix, type RawColumn, signedLog } from './scale-columns.ts';
import type { SegmentRun } from './segment-run.ts';

/** Scaled values of buying are held at this edge, as when the segments were found. */
export const buyingClip = 3;

/**
 * Rows in the units of a run, by its stored scaler. `columns` in the order of the run's; a missing value
 * stands at the run's centre.
 */
export const scaleByRun = (
  { columns: scalers, source }: Pick<SegmentRun, 'columns' | 'source'>,
  columns: readonly RawColumn[],
): Matrix => {
  const rows = columns[0]?.values.length ?? 0;
  const width = scalers.length;
  const clip = source === 'columns' ? Number.POSITIVE_INFINITY : buyingClip;
  const values = new Float64Array(rows * width);
  scalers.forEach(({ log, centre, scale }, place) => {
    for (let row = 0; row < rows; row += 1) {
      const value = columns[place]?.values[row] ?? Number.NaN;
      const scaled = isKnown(value) ? ((log ? signedLog(value) : value) - centre) / scale : 0;
      values[row * width + place] = Math.max(-clip, Math.min(clip, scaled));
    }
  });
  return { rows, width, values };
};

/**
 * The nearest segment of a run for rows that were not there when it was found: by its stored scaler and
 * centroids, those set apart passed over. Answers places in `run.segments`; −1 of a run that kept no
 * centroids.
 */
export const placeRows = (run: SegmentRun, columns: readonly RawColumn[]): Int32Array => {
  const found = run.segments.flatMap(({ isApart }, at) => (isApart === true ? [] : [at]));
  const centroids = Float64Array.from(found.flatMap((at) => run.segments[at]?.centroid ?? []));
  if (centroids.length === 0) return new Int32Array(columns[0]?.values.length ?? 0).fill(-1);
  const { labels } = assignRows(scaleByRun(run, columns), centroids);
  return labels.map((label) => found[label] ?? -1);
};
