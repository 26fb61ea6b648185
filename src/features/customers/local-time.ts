const two = (number: number) => String(number).padStart(2, '0');

/** An instant as a field for date and time writes it, on the tablet's clock: `2026-11-26T09:30`. */
export const toLocalField = (instant: number): string => {
  const at = new Date(instant);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
};

/** The instant such a field means, ms UTC; undefined while it is empty. */
export const fromLocalField = (text: string): number | undefined => {
  const instant = new Date(text).getTime();
  return Number.isNaN(instant) ? undefined : instant;
};

/** The end of a day on the tablet's clock, ms UTC; undefined for an empty day. */
export const endOfLocalDay = (day: string): number | undefined =>
  day === '' ? undefined : fromLocalField(`${day}T23:59`);
