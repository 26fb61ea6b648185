/** The probability of a logit. */
export const sigmoid = (logit: number): number =>
  logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));

/** The logit of a probability, kept `edge` away from 0 and 1. Never a bare callback: `map` passes a place. */
export const logitOf = (probability: number, edge = 1e-7): number => {
  const kept = Math.min(1 - edge, Math.max(edge, probability));
  return Math.log(kept / (1 - kept));
};
