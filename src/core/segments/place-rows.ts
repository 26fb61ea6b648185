import { assignRows } from './lloyd.ts';
import { isKnown, type RawColumn, signedLog } from './scale-columns.ts';
import type { SegmentRun } from './segment-run.ts';

/** Scaled values of buying are held at this edge, as when the segments were found. */
export const buyingClip = 3;

/**
 * The nearest segment of a run for rows that were not there when it was found: by its stored scaler and
 * centroids, those set apart passed over. `columns` in the order of the run's; a missing value stands
 * at the run's centre. Answers places in `run.segments`; −1 of a run that kept no centroids.
 */
export const placeRows = (run: SegmentRun, columns: readonly RawColumn[]): Int32Array => {
  const rows = columns[0]?.values.length ?? 0;
  const width = run.columns.length;
  const found = run.segments.flatMap(({ isApart }, at) => (isApart === true ? [] : [at]));
  const centroids = Float64Array.from(found.flatMap((at) => run.segments[at]?.centroid ?? []));
  if (width === 0 || centroids.length === 0) return new Int32Array(rows).fill(-1);
  const clip = run.source === 'columns' ? Number.POSITIVE_INFINITY : buyingClip;
  const values = new Float64Array(rows * width);
  run.columns.forEach(({ log, centre, scale }, place) => {
    for (let row = 0; row < rows; row += 1) {
      const value = columns[place]?.values[row] ?? Number.NaN;
      const scaled = isKnown(value) ? ((log ? signedLog(value) : value) - centre) / scale : 0;
      values[row * width + place] = Math.max(-clip, Math.min(clip, scaled));
    }
  });
  const { labels } = assignRows({ rows, width, values }, centroids);
  return labels.map((label) => found[label] ?? -1);
};
