import { type KeptRun, matchSegments } from './match-segments.ts';
import { nameBuyingSegments } from './name-buying.ts';
import {
  nameByDeviations,
  nameRfmSegments,
  type SegmentName,
  segmentNames,
} from './name-segments.ts';
import type { SegmentProfile } from './profile-segments.ts';
import type { ScaledColumn } from './scale-columns.ts';
import type { Segment, SegmentSource } from './segment-run.ts';

/** Colours of the palette; more segments repeat them, told apart by their shape. */
const paletteSize = 6;

/** How often times how much: what a customer of a segment brings, by the columns of the source. */
const worth: Readonly<Record<SegmentSource, (profile: SegmentProfile) => number>> = {
  rfm: ({ means }) => (means[1] ?? 0) * (means[2] ?? 0),
  buying: ({ means }) => (means[3] ?? 0) * (means[4] ?? 0),
  columns: ({ size }) => size,
};

/** The order segments are shown in: most valuable first where orders tell, else the largest first. */
export const segmentOrder = (
  source: SegmentSource,
  profiles: readonly SegmentProfile[],
): readonly number[] => {
  const weight = worth[source];
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
  readonly source: SegmentSource;
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
  const finders: Readonly<Record<SegmentSource, () => readonly SegmentName[]>> = {
    rfm: () => nameRfmSegments(profiles),
    buying: () => nameBuyingSegments(profiles),
    columns: () => nameByDeviations(profiles, columnNames),
  };
  const names = withoutRepeats(gridNames ?? finders[source](), matched);
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

/** What stays of a segment that was set apart in a kept run, or was found as one by older versions. */
const apartBefore = (kept: readonly KeptRun[], found: readonly Segment[]): Segment | undefined =>
  kept
    .flatMap(({ run }) => run.segments)
    .filter(({ id }) => !found.some((other) => other.id === id))
    .find(({ isApart, name }) => isApart === true || name.en === segmentNames.withoutOrders.en);

/**
 * Customers who have not ordered yet as a segment of their own, the last: they are in no cluster, so
 * it has no centroid. `found`: the others of the run, whose colours it does not take.
 */
export const describeApart = (
  size: number,
  runId: string,
  found: readonly Segment[],
  kept: readonly KeptRun[],
): Segment => {
  const old = apartBefore(kept, found);
  const taken = new Set(found.map(({ colour }) => colour));
  const free = Array.from({ length: paletteSize }, (_, at) => paletteSize - 1 - at).find(
    (colour) => !taken.has(colour),
  );
  const isKept = old !== undefined && !taken.has(old.colour);
  return {
    id: old?.id ?? `${runId}.apart`,
    name: segmentNames.withoutOrders,
    ...(old?.customName !== undefined && { customName: old.customName }),
    colour: isKept ? old.colour : (free ?? paletteSize - 1),
    size,
    centroid: [],
    means: [],
    isApart: true,
  };
};
