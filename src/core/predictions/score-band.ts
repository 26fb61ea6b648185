/** Where a probability stands against the customers as a whole, high to low. */
export const scoreBands = ['high', 'raised', 'usual', 'low'] as const;
export type ScoreBand = (typeof scoreBands)[number];

const odds = (share: number) => share / (1 - share);

/**
 * The band of a probability, both 0..1, against the share of customers for whom it happened. Odds
 * are compared, not probabilities: with a base rate of one half nobody could be three times as likely.
 */
export const scoreBand = (probability: number, baseRate: number): ScoreBand => {
  const bounded = (share: number) => Math.min(0.999, Math.max(0.001, share));
  const ratio = odds(bounded(probability)) / odds(bounded(baseRate));
  if (ratio >= 4) return 'high';
  if (ratio >= 1.5) return 'raised';
  return ratio > 1 / 1.5 ? 'usual' : 'low';
};

/** The lowest probability of a band: for a filter "at least above usual". */
export const leastOfBand = (band: ScoreBand, baseRate: number): number => {
  const ratio = { high: 4, raised: 1.5, usual: 1 / 1.5, low: 0 }[band];
  const scaled = ratio * odds(Math.min(0.999, Math.max(0.001, baseRate)));
  return scaled / (1 + scaled);
};
