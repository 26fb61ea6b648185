/** The best class in scope and how far it stands above "out of scope". */
export type Decision = { readonly label: number; readonly margin: number };

/** Share of in-scope texts that may be refused, for the sake of refusing what is out of scope. */
const mayBeRefused = 0.012;

/** How steep confidence is around the threshold. */
const steepness = 4;

/**
 * The best class but for `outOfScope` (−1: no such class). The margin is its score, less the score
 * of out of scope where training had examples of it.
 */
export const decide = (scores: Float32Array, outOfScope: number): Decision => {
  let label = -1;
  for (const [c, score] of scores.entries())
    if (c !== outOfScope && (label < 0 || score > (scores[label] ?? 0))) label = c;
  return { label, margin: (scores[label] ?? 0) - (scores[outOfScope] ?? 0) };
};

/** The margin below which a text is refused, from the margins of labelled in-scope texts. */
export const findThreshold = (margins: readonly number[]): number => {
  const sorted = [...margins].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * mayBeRefused)] ?? 0;
};

/** A margin as 0..1: ½ at the threshold, so that "accepted" is confidence ≥ ½. */
export const confidenceOf = (margin: number, threshold: number): number =>
  1 / (1 + Math.exp(-steepness * (margin - threshold)));
