const two = (part: number) => String(part).padStart(2, '0');

/** The `YYYY-MM-DD` day an instant (ms UTC) falls on where the tablet is. */
export const localDay = (instant: number): string => {
  const date = new Date(instant);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The instant (ms UTC) a day begins where the tablet is; with `minutes`, that long after midnight. */
export const instantOf = (day: string, minutes = 0): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 0, minutes).getTime();
};

/** Minutes since midnight where the tablet is. */
export const minutesOf = (instant: number): number => {
  const date = new Date(instant);
  return date.getHours() * 60 + date.getMinutes();
};

/** `HH:MM`, for fields of time. */
export const timeText = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Minutes of `HH:MM`; undefined when it is no time of a day. */
export const readTime = (text: string): number | undefined => {
  const found = /^(\d{1,2})[:：](\d{2})$/u.exec(text.trim());
  if (found === null) return undefined;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return Number(found[1]) < 24 && Number(found[2]) < 60 ? minutes : undefined;
};

/** Days and instants where the tablet is, for rules that are given a calendar. */
export const localCalendar = { dayOf: localDay, minutesOf, instantOf } as const;
