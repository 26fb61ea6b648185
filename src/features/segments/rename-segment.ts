import type { Segment, SegmentRun } from '#core/segments/segment-run.ts';

/** Longer names break every list they stand in. */
const longestName = 60;

const renamed = (segment: Segment, customName: string): Segment => {
  const { customName: _, ...found } = segment;
  return customName === '' ? found : { ...found, customName };
};

/**
 * The kept runs that hold a segment, with its own name given; a blank one gives the found name back.
 * In all of them, so that a name stays when an older run is used again.
 */
export const renameEverywhere = (
  runs: readonly SegmentRun[],
  id: string,
  name: string,
): readonly SegmentRun[] => {
  const customName = name.trim().slice(0, longestName);
  return runs
    .filter(({ segments }) => segments.some((segment) => segment.id === id))
    .map((run) => ({
      ...run,
      segments: run.segments.map((segment) =>
        segment.id === id ? renamed(segment, customName) : segment,
      ),
    }));
};
