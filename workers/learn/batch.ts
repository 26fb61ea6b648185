/** A batch as it goes to a backend: rows × width inputs, one label and one share per row. */
export type Batch = {
  readonly inputs: Float32Array;
  readonly labels: Float32Array;
  /** 1 / rows; 0 for the rows that only fill the last batch up, which come last. */
  readonly shares: Float32Array;
};

/** Of the reference network's Adam. */
export const learningRate = 1e-3;
