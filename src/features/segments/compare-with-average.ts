import type { SegmentRun } from '#core/segments/segment-run.ts';

export const deviationBands = ['much-higher', 'higher', 'average', 'lower', 'much-lower'] as const;
export type DeviationBand = (typeof deviationBands)[number];

/** How one segment stands in one column. */
export type Standing = {
  /** Place of the column in the run. */
  readonly column: number;
  readonly name: string;
  /** Own and overall mean, in the column's own units. */
  readonly own: number;
  readonly all: number;
  /** Distance from the average customer in scaled units (deviations). */
  readonly deviation: number;
  readonly band: DeviationBand;
};

/** A difference in deviations: below a quarter nobody would see it; from a whole one on it is large. */
export const bandOf = (deviation: number): DeviationBand => {
  if (Math.abs(deviation) < 0.25) return 'average';
  if (deviation > 0) return deviation >= 1 ? 'much-higher' : 'higher';
  return deviation <= -1 ? 'much-lower' : 'lower';
};

/** The mean of all customers in scaled units: zero for a standard scale, not for a robust one. */
const averageCentroid = ({ segments, columns }: SegmentRun): readonly number[] => {
  const found = segments.filter(({ isApart }) => isApart !== true);
  const all = found.reduce((sum, { size }) => sum + size, 0);
  return columns.map((_, place) =>
    found.reduce(
      (sum, { centroid, size }) => sum + ((centroid[place] ?? 0) * size) / Math.max(1, all),
      0,
    ),
  );
};

/**
 * Per segment, in every column, how it stands against the average customer; a segment set apart
 * stands nowhere.
 */
export const compareWithAverage = (run: SegmentRun): readonly (readonly Standing[])[] => {
  const average = averageCentroid(run);
  return run.segments.map((segment) =>
    (segment.isApart === true ? [] : run.columns).map(({ name }, column) => {
      const deviation = (segment.centroid[column] ?? 0) - (average[column] ?? 0);
      return {
        column,
        name,
        own: segment.means[column] ?? 0,
        all: run.overallMeans[column] ?? 0,
        deviation,
        band: bandOf(deviation),
      };
    }),
  );
};

/** The columns worth a sentence: those that differ, the most different first. */
export const tellingStandings = (
  standings: readonly Standing[],
  most: number,
): readonly Standing[] =>
  standings
    .filter(({ band }) => band !== 'average')
    .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation))
    .slice(0, most);
