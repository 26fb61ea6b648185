/** Milliseconds of a day in UTC: days here have no daylight saving. */
export const dayMs = 86_400_000;

/** Days since 1970 of `YYYY-MM-DD`, or of a text that begins so. NaN when it does not. */
export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayMs);

/** The `YYYY-MM-DD` day of a number of days since 1970. */
export const dayText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Days since 1970 of an instant, in UTC. */
export const dayOfInstant = (instant: number): number => Math.floor(instant / dayMs);
