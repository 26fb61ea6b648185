import type { SegmentRun } from '#core/segments/segment-run.ts';

/** Longer names break every list they stand in. */
const longestName = 60;

/** A run in which one segment has an own name; a blank one gives the found name back. */
export const renameSegment = (run: SegmentRun, index: number, name: string): SegmentRun => {
  const customName = name.trim().slice(0, longestName);
  return {
    ...run,
    segments: run.segments.map((segment, at) => {
      if (at !== index) return segment;
      const { customName: _, ...found } = segment;
      return customName === '' ? found : { ...found, customName };
    }),
  };
};
