import * as v from 'valibot';

export const verdictNames = ['natural', 'made-up', 'unstable'] as const;
export type SegmentVerdict = (typeof verdictNames)[number];

export const countEvidenceSchema = v.object({
  k: v.number(),
  /** Mean adjusted Rand index of seeded resamples with the segments of all, up to 1. */
  stability: v.number(),
  silhouette: v.number(),
  /** Sum of squared distances to the own centroid over all customers, scaled units. */
  inertia: v.number(),
  /** Share of customers in the smallest segment, 0..1. */
  smallest: v.number(),
  /** How many stand on the borders against the segments' middles: 0 nobody, 1 no gap at all. */
  border: v.number(),
});
/** What was measured of one number of segments. */
export type CountEvidence = v.InferOutput<typeof countEvidenceSchema>;

/** Numbers of segments that are tried when none is named. */
export const triedCounts = [3, 4, 5, 6] as const;

/** A resample finds the same segments again from this adjusted Rand index on. */
export const stableFrom = 0.8;
/** A smaller segment than this is a few odd customers, not a group. */
const leastShare = 0.03;
/** Groups of their own leave their borders emptier than this; the README says how it was found. */
const naturalUpTo = 0.4;

const isStable = ({ stability }: CountEvidence) => stability >= stableFrom;
const isLargeEnough = ({ smallest }: CountEvidence) => smallest >= leastShare;

const highest = (
  evidence: readonly CountEvidence[],
  value: (one: CountEvidence) => number,
): CountEvidence | undefined =>
  evidence.reduce<CountEvidence | undefined>(
    (best, one) => (best === undefined || value(one) > value(best) ? one : best),
    undefined,
  );

/**
 * Whether segments would come out again, and whether there is a gap between them: `natural` both,
 * `made-up` only the first, `unstable` not even that.
 */
export const judgeCount = (evidence: CountEvidence): SegmentVerdict => {
  if (!isStable(evidence)) return 'unstable';
  return evidence.border <= naturalUpTo && isLargeEnough(evidence) ? 'natural' : 'made-up';
};

/**
 * The number of segments to take: among the stable ones without a tiny segment the one of the highest
 * silhouette (the smaller number when equal). Where none is stable, the one that comes nearest.
 * Undefined without evidence.
 */
export const chooseCount = (evidence: readonly CountEvidence[]): CountEvidence | undefined => {
  const stable = evidence.filter(isStable);
  const sound = stable.filter(isLargeEnough);
  const bySilhouette = (of: readonly CountEvidence[]) =>
    highest(of, ({ silhouette }) => silhouette);
  const byStability = (of: readonly CountEvidence[]) => highest(of, ({ stability }) => stability);
  return (
    bySilhouette(sound) ??
    bySilhouette(stable) ??
    byStability(evidence.filter(isLargeEnough)) ??
    byStability(evidence)
  );
};
