import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

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
  /** Centroid in scaled units, one number per column. */
  centroid: v.array(v.number()),
  /** Mean per column in the column's own units. */
  means: v.array(v.number()),
  /** Share of all revenue, 0..1, when there are orders. */
  revenueShare: v.optional(v.number()),
});
export type Segment = v.InferOutput<typeof segmentSchema>;

export const segmentRunSchema = v.object({
  ...recordEntries,
  source: v.picklist(['rfm', 'columns']),
  columns: v.array(segmentColumnSchema),
  k: v.number(),
  seed: v.number(),
  /** Sum of squared distances to the own centroid, scaled units. */
  inertia: v.number(),
  silhouette: v.number(),
  customers: v.number(),
  /** Overall mean per column, for "against the average". */
  overallMeans: v.array(v.number()),
  segments: v.array(segmentSchema),
});

/** One run of k-means with everything needed to explain and repeat it (客户细分). */
export type SegmentRun = v.InferOutput<typeof segmentRunSchema>;
