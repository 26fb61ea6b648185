import { type KeptRun, matchSegments } from './match-segments.ts';
import { nameByDeviations, nameRfmSegments, type SegmentName } from './name-segments.ts';
import type { SegmentProfile } from './profile-segments.ts';
import type { ScaledColumn } from './scale-columns.ts';
import type { Segment, SegmentRun } from './segment-run.ts';

/** Colours of the palette; more segments repeat them, told apart by their shape. */
const paletteSize = 6;

/** The order segments are shown in: most valuable first with RFM, else the largest first. */
export const segmentOrder = (
  source: SegmentRun['source'],
  profiles: readonly SegmentProfile[],
): readonly number[] => {
  const weight = ({ means, size }: SegmentProfile) =>
    source === 'rfm' ? (means[1] ?? 0) * (means[2] ?? 0) : size;
  return profiles
    .map((profile, index) => ({ index, weight: weight(profile) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map(({ index }) => index);
};

/** Old colours stay, each once; new segments get the free ones. */
const chooseColours = (matched: readonly (Segment | undefined)[]): readonly number[] => {
  const old = matched.map((segment) => segment?.colour);
  const free = Array.from({ length: paletteSize }, (_, colour) => colour).filter(
    (colour) => !old.includes(colour),
  );
  return old.map((colour, index) => {
    const isTaken = colour !== undefined && old.indexOf(colour) < index;
    return (isTaken ? free.shift() : colour) ?? colour ?? free.shift() ?? index % paletteSize;
  });
};

/** A name already carried on from the last run is not given a second time. */
const withoutRepeats = (
  names: readonly SegmentName[],
  matched: readonly (Segment | undefined)[],
): readonly SegmentName[] => {
  const used = new Set(
    matched.flatMap((segment) => (segment === undefined ? [] : [segment.name.en])),
  );
  return names.map((name, index) => {
    const kept = matched[index]?.name;
    if (kept !== undefined) return kept;
    let fresh = name;
    for (let count = 2; used.has(fresh.en); count += 1)
      fresh = { en: `${name.en} ${count}`, zh: `${name.zh} ${count}` };
    used.add(fresh.en);
    return fresh;
  });
};

/**
 * Turns profiles (already in the order shown) into segments with id, name and colour. What a kept
 * run had of them stays; new segments get `<runId>.<index>`.
 */
export const describeSegments = (input: {
  readonly runId: string;
  readonly source: SegmentRun['source'];
  readonly columns: readonly ScaledColumn[];
  readonly profiles: readonly SegmentProfile[];
  /** Revenue of each segment in minor units; undefined when there are no orders. */
  readonly revenueMinor?: readonly number[] | undefined;
  /** The run in use first. */
  readonly kept?: readonly KeptRun[];
  /** Names of the segments when the RFM grid cut them. */
  readonly gridNames?: readonly SegmentName[] | undefined;
}): readonly Segment[] => {
  const { runId, source, columns, profiles, revenueMinor, kept = [], gridNames } = input;
  const centroids = profiles.map(({ centroid }) => centroid);
  const matched = matchSegments(kept, { source, columns, centroids, gridNames });
  const columnNames = columns.map(({ name }) => name);
  const found =
    source === 'rfm' ? nameRfmSegments(profiles) : nameByDeviations(profiles, columnNames);
  const names = withoutRepeats(gridNames ?? found, matched);
  const colours = chooseColours(matched);
  const revenue = revenueMinor?.reduce((sum, value) => sum + value, 0) ?? 0;
  return profiles.map((profile, index): Segment => {
    const old = matched[index];
    return {
      id: old?.id ?? `${runId}.${index}`,
      name: names[index] ?? { en: '', zh: '' },
      ...(old?.customName !== undefined && { customName: old.customName }),
      colour: colours[index] ?? 0,
      size: profile.size,
      centroid: [...profile.centroid],
      means: [...profile.means],
      ...(revenue > 0 && { revenueShare: (revenueMinor?.[index] ?? 0) / revenue }),
    };
  });
};
