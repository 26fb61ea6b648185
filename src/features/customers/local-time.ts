import { localDay, minutesOf, timeText } from '#i18n/local-day.ts';

/** An instant as a field for date and time writes it, on the tablet's clock: `2026-11-26T09:30`. */
export const toLocalField = (instant: number): string =>
  `${localDay(instant)}T${timeText(minutesOf(instant))}`;

/** The instant such a field means, ms UTC; undefined while it is empty. */
export const fromLocalField = (text: string): number | undefined => {
  const instant = new Date(text).getTime();
  return Number.isNaN(instant) ? undefined : instant;
};
