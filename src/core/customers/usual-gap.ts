/** The usual number of days between orders: the median gap of different days, or undefined below two. */
export const usualGapDays = (orderDays: readonly number[]): number | undefined => {
  const days = [...new Set(orderDays)].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, at) => day - (days[at] as number));
  gaps.sort((a, b) => a - b);
  const middle = gaps.length / 2;
  if (gaps.length === 0) return undefined;
  const [low, high] = [gaps[Math.ceil(middle) - 1] as number, gaps[Math.floor(middle)] as number];
  return Math.round((low + high) / 2);
};
