/** Something with a day for a calendar. */
export type CalendarEntry = {
  /** Stays the same whenever it is written: a calendar that reads the file again updates, not doubles. */
  readonly uid: string;
  /** Counts changes, so that the newer of two files wins. */
  readonly sequence: number;
  readonly title: string;
  readonly note?: string | undefined;
  readonly place?: string | undefined;
  /** `YYYY-MM-DD` where the rep is. */
  readonly day: string;
  /** The instant (ms UTC) it begins and the minutes since midnight; without them it is the whole day's. */
  readonly at?: { readonly instant: number; readonly minutes: number } | undefined;
  /** An RRULE without the prefix. */
  readonly recurrence?: string | undefined;
};

/** Length of an entry with a time, and how long before it the alarm rings, minutes. */
const lengthMinutes = 30;
const warningMinutes = 15;
/** A whole day's entry rings at eight in the morning. */
const morning = 'PT8H';

/** Octets of a line, its end not counted (RFC 5545, 3.1). */
const mostOctets = 75;

/** Octets of a character in UTF-8. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
};

/** Breaks a line between characters, never within one; what follows begins with a space. */
const fold = (line: string): string => {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
};

/** TEXT (RFC 5545, 3.3.11): backslash, semicolon and comma are escaped, a new line is `\n`. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/gu, '\\n')
    // No other control character may stand in a calendar.
    .replace(/(?!\t)\p{Cc}/gu, '');

const plainDay = (day: string) => day.replaceAll('-', '');
const utc = (instant: number) =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
const two = (part: number) => String(part).padStart(2, '0');
const floating = (day: string, minutes: number) =>
  `${plainDay(day)}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;

/**
 * When it begins. Once: an instant in UTC. Repeated: the clock of the place without a zone, so that nine
 * stays nine when summer time ends. A whole day has no zone at all.
 */
const startOf = ({ day, at, recurrence }: CalendarEntry): readonly string[] => {
  if (at === undefined) return [`DTSTART;VALUE=DATE:${plainDay(day)}`];
  const start = recurrence === undefined ? utc(at.instant) : floating(day, at.minutes);
  return [`DTSTART:${start}`, `DURATION:PT${lengthMinutes}M`];
};

const optional = (name: string, text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [`${name}:${escapeText(text)}`];

const linesOf = (entry: CalendarEntry, now: number): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(entry.uid)}`,
  `DTSTAMP:${utc(now)}`,
  `SEQUENCE:${entry.sequence}`,
  ...startOf(entry),
  ...(entry.recurrence === undefined ? [] : [`RRULE:${entry.recurrence}`]),
  `SUMMARY:${escapeText(entry.title)}`,
  ...optional('DESCRIPTION', entry.note),
  ...optional('LOCATION', entry.place),
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(entry.title)}`,
  `TRIGGER:${entry.at === undefined ? morning : `-PT${warningMinutes}M`}`,
  'END:VALARM',
  'END:VEVENT',
];

/** A calendar file (iCalendar, RFC 5545). `now`: ms UTC. */
export const writeCalendar = (entries: readonly CalendarEntry[], now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapport//Tasks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => linesOf(entry, now)),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
