import type { Format } from '#i18n/make-format.ts';

/** A day on a card, short: the year stands there only when it is not this one. Both `YYYY-MM-DD`. */
export const sayClose = (day: string, today: string, format: Format): string =>
  new Intl.DateTimeFormat(format.locale, {
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: '2-digit' }),
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
