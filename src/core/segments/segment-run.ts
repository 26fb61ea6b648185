import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';
import { countEvidenceSchema, verdictNames } from './choose-count.ts';
import { gridKinds } from './grid-kinds.ts';

/** What segments are found by: recency, frequency and basket; buying and how it changes; own columns. */
export const segmentSources = ['rfm', 'buying', 'columns'] as const;
export type SegmentSource = (typeof segmentSources)[number];

export const segmentColumnSchema = v.object({
  name: v.string(),
  log: v.boolean(),
  /** Centre and scale of the stored scaler: scaled = (value − centre) / scale. */
  centre: v.number(),
  scale: v.number(),
});
export type SegmentColumn = v.InferOutput<typeof segmentColumnSchema>;

export const segmentSchema = v.object({
  /** Stays with the segment from run to run. */
  id: v.string(),
  name: v.object({ en: v.string(), zh: v.string() }),
  /** A name given by the person: wins for ever. */
  customName: v.optional(v.string()),
  /** Index into the segment palette, 0..5. */
  colour: v.number(),
  size: v.number(),
  /** Centroid in scaled units, one number per column; none when `isApart`. */
  centroid: v.array(v.number()),
  /** Mean per column in the column's own units; none when `isApart`. */
  means: v.array(v.number()),
  /** Share of all revenue, 0..1, when there are orders. */
  revenueShare: v.optional(v.number()),
  /** Set apart before clustering: customers who have not ordered yet. */
  isApart: v.optional(v.literal(true)),
});
export type Segment = v.InferOutput<typeof segmentSchema>;

const choiceSchema = v.object({
  /** The number was chosen by these figures, not named by a person. */
  isAuto: v.boolean(),
  verdict: v.picklist(verdictNames),
  /** Customers measured, and seeded resamples of them. */
  measured: v.number(),
  resamples: v.number(),
  counts: v.array(countEvidenceSchema),
});
/** Why a number of segments was taken, and what the segments are worth. */
export type SegmentChoice = v.InferOutput<typeof choiceSchema>;

const moveSchema = v.object({
  /** Places in `before.segments` and in `segments`. */
  from: v.number(),
  to: v.number(),
  customers: v.number(),
});
export type SegmentMove = v.InferOutput<typeof moveSchema>;

const beforeSchema = v.object({
  runId: v.string(),
  createdAt: v.number(),
  segments: v.array(v.pick(segmentSchema, ['id', 'name', 'customName', 'colour', 'size'])),
  moves: v.array(moveSchema),
  /** Customers who are in a segment now and were in none. */
  arrived: v.number(),
});
/** The run that was in use before this one, and who went where since. */
export type RunBefore = v.InferOutput<typeof beforeSchema>;

export const segmentRunSchema = v.object({
  ...recordEntries,
  source: v.picklist(segmentSources),
  columns: v.array(segmentColumnSchema),
  /** Segments that were found: without the one set apart. */
  k: v.number(),
  seed: v.number(),
  /** Sum of squared distances to the own centroid, scaled units. */
  inertia: v.number(),
  silhouette: v.number(),
  customers: v.number(),
  /** Days since 1970 of the morning the orders were looked at from; who bought since may have changed. */
  asOfDay: v.optional(v.number()),
  /** Overall mean per column, for "against the average". */
  overallMeans: v.array(v.number()),
  segments: v.array(segmentSchema),
  /** Absent in a grid, with one segment, and in runs of before it was measured. */
  choice: v.optional(choiceSchema),
  /** Cut by the RFM grid instead of found by k-means. */
  grid: v.optional(v.picklist(gridKinds)),
  /** Absent where the run in use before asked something else. */
  before: v.optional(beforeSchema),
});

/** One way to segment, by k-means or the RFM grid, with everything needed to explain and repeat it (客户细分). */
export type SegmentRun = v.InferOutput<typeof segmentRunSchema>;
