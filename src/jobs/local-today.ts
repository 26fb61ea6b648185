import { dayOfInstant } from '#core/day-number.ts';

/** Today where the rep is, as days since 1970. */
export const localToday = (now = new Date()): number =>
  dayOfInstant(now.getTime() - now.getTimezoneOffset() * 60_000);
