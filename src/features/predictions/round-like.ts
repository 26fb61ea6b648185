/** Rounds to what the error lets one know: its first two digits, and never finer than whole. */
export const roundLike = (value: number, error: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, error))) - 1);
  return Math.round(value / step) * step;
};
