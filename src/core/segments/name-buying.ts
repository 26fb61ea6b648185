import { nameByPosition, type SegmentName, segmentNames } from './name-segments.ts';
import type { SegmentProfile } from './profile-segments.ts';

/**
 * Where names sit among segments of buying: deviations of gaps since the last order, trend, tenure,
 * basket and orders per month, in the order of `buyingColumns`.
 */
const positions = [
  { name: segmentNames.champions, at: [-0.4, 0.4, 0.3, 1.1, 0.3] },
  { name: segmentNames.loyal, at: [-0.5, 0.4, 0.3, -0.2, 0] },
  { name: segmentNames.promising, at: [-0.3, 0.5, -0.8, 0.4, 0.2] },
  { name: segmentNames.fresh, at: [-0.2, 0.4, -2.4, -0.1, 0.7] },
  { name: segmentNames.slipping, at: [0.6, -0.8, 0.3, 1, 0.3] },
  { name: segmentNames.atRisk, at: [0.8, -0.8, 0.2, -0.3, -0.4] },
  { name: segmentNames.dormant, at: [1.6, -1.7, 0.3, -0.1, -0.5] },
] as const satisfies readonly { readonly name: SegmentName; readonly at: readonly number[] }[];

/** Names of segments found by buying: the closest pair of segment and name first, each name once. */
export const nameBuyingSegments = (profiles: readonly SegmentProfile[]): readonly SegmentName[] =>
  nameByPosition(profiles, positions, []);
