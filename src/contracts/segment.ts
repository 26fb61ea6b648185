import type { SegmentRun, SegmentSource } from '#core/segments/segment-run.ts';

/** workers/segment: k-means on customers; labels are written as a sealed column. */
export type SegmentContract = {
  describe: {
    input: Record<string, never>;
    output: {
      readonly customers: number;
      readonly orders: number;
      readonly numericColumns: readonly {
        readonly name: string;
        readonly distinct: number;
        readonly missing: number;
      }[];
    };
    progress: never;
  };
  /** What the map of a kept run shows. Refuses: not-found, no-orders. */
  points: {
    input: { readonly runId: string };
    output: {
      /** Places of the customers in a segment that was found; those set apart are not among them. */
      readonly ords: Uint32Array;
      readonly segment: Int16Array;
      /**
       * One axis after the other, a number per customer in each: the run's columns in their own units
       * (NaN: missing), then along `directions` in scaled units.
       */
      readonly values: Float32Array;
      /** At most two: in which customers differ most, as weights of the columns. */
      readonly directions: readonly {
        readonly weights: readonly number[];
        readonly share: number;
      }[];
    };
    progress: never;
  };
  run: {
    input: {
      readonly source: SegmentSource;
      /** Keys of custom fields; empty where orders tell. */
      readonly columns: readonly string[];
      readonly log: readonly string[];
      readonly scale: 'standard' | 'robust' | 'none';
      /** `auto`: chosen by stability and silhouette; `grid`: the RFM grid instead of k-means. */
      readonly k: number | 'auto' | 'grid';
      readonly seed: number;
      readonly now: number;
    };
    output: {
      readonly run: SegmentRun;
      /** Segment index per customer, by ord; -1 for one that is left out (walk-in, denied, gone). */
      readonly labels: Int32Array;
      readonly ms: number;
    };
    progress: { readonly phase: 'reading' | 'clustering' | 'saving'; readonly fraction: number };
  };
};
