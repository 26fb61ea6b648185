type Numbers = ArrayLike<number>;

const lossOf = (score: number, label: number): number =>
  -Math.log(Math.max(1e-15, label === 1 ? score : 1 - score));

/**
 * How much lower the log-loss of `ours` is than that of `theirs` on the same rows: the mean difference
 * and its standard error, row by row. Scores are probabilities, labels 0 or 1.
 */
export const compareLosses = (
  theirs: Numbers,
  ours: Numbers,
  labels: Numbers,
): { readonly mean: number; readonly error: number } => {
  const rows = labels.length;
  if (rows < 2) return { mean: 0, error: Number.POSITIVE_INFINITY };
  const differences = Float64Array.from(
    { length: rows },
    (_, row) =>
      lossOf(theirs[row] ?? 0.5, labels[row] ?? 0) - lossOf(ours[row] ?? 0.5, labels[row] ?? 0),
  );
  const mean = differences.reduce((sum, value) => sum + value, 0) / rows;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (rows - 1) / rows) };
};
