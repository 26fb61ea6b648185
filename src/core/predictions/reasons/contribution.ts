/** What a source column adds to a customer's score against the background, in logits. */
export type Contribution = {
  readonly phi: number;
  /** Standard error of phi over the background rows. */
  readonly error: number;
};

/** Contributions of all columns; they sum up to `said − base` exactly. */
export type Attribution = {
  readonly columns: readonly Contribution[];
  /** The customer's logit, and the mean logit of the background. */
  readonly said: number;
  readonly base: number;
};

/** Means and standard errors of what each column adds against each background row. */
export const averageContributions = (
  /** `added[background × columns + column]`, in logits. */
  added: Float64Array,
  columns: number,
): Contribution[] => {
  const backgrounds = Math.max(1, added.length / columns);
  return Array.from({ length: columns }, (_, column) => {
    let phi = 0;
    for (let at = column; at < added.length; at += columns) phi += (added[at] ?? 0) / backgrounds;
    let squares = 0;
    for (let at = column; at < added.length; at += columns)
      squares += ((added[at] ?? 0) - phi) ** 2;
    const error = Math.sqrt(squares / Math.max(1, backgrounds - 1) / backgrounds);
    return { phi, error };
  });
};

/** How far the contributions are from adding up to the score, as a share of what they explain. */
export const incompleteness = ({ columns, said, base }: Attribution): number => {
  const sum = columns.reduce((total, { phi }) => total + phi, 0);
  return Math.abs(sum - (said - base)) / Math.max(1e-6, Math.abs(said - base));
};
