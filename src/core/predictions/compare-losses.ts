type Numbers = ArrayLike<number>;

const lossOf = (score: number, label: number): number =>
  -Math.log(Math.max(1e-15, label === 1 ? score : 1 - score));

/** Sums of the values that share an owner. */
const sumByOwner = (values: Float64Array, owners: Numbers): Float64Array => {
  const sums = new Map<number, number>();
  values.forEach((value, row) => {
    const owner = owners[row] ?? 0;
    sums.set(owner, (sums.get(owner) ?? 0) + value);
  });
  return Float64Array.from(sums.values());
};

/**
 * How much lower the log-loss of `ours` is than that of `theirs` on the same rows: the mean difference
 * and its standard error, row by row, or owner by owner where one has several rows that go alike.
 * Scores are probabilities, labels 0 or 1.
 */
export const compareLosses = (
  theirs: Numbers,
  ours: Numbers,
  labels: Numbers,
  owners?: Numbers,
): { readonly mean: number; readonly error: number } => {
  const rows = labels.length;
  const differences = Float64Array.from(
    { length: rows },
    (_, row) =>
      lossOf(theirs[row] ?? 0.5, labels[row] ?? 0) - lossOf(ours[row] ?? 0.5, labels[row] ?? 0),
  );
  const mean = differences.reduce((sum, value) => sum + value, 0) / Math.max(1, rows);
  const apart = differences.map((value) => value - mean);
  const single = owners === undefined ? apart : sumByOwner(apart, owners);
  if (single.length < 2) return { mean: 0, error: Number.POSITIVE_INFINITY };
  const squares = single.reduce((sum, value) => sum + value * value, 0);
  const count = single.length;
  return { mean, error: Math.sqrt((squares * count) / (count - 1)) / rows };
};
