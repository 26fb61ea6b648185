const dayMs = 86_400_000;

/** Days between 1 January 1970 and the days that workbooks count from. */
const firstDay = { 1900: 25_569, 1904: 24_107 } as const;

/** 31 December 9999. */
const lastSerial = 2_958_466;

/** How the numbers of a style are shown: as what they are, as days or times, or with zeros in front. */
export type NumberStyle =
  | { readonly kind: 'number' }
  | { readonly kind: 'date'; readonly day: boolean; readonly time: boolean }
  | { readonly kind: 'code'; readonly digits: number };

const asNumber: NumberStyle = { kind: 'number' };

const builtIn = (id: number): NumberStyle => {
  const day = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36;
  if (day || (id >= 50 && id <= 58)) return { kind: 'date', day: true, time: false };
  if (id === 22) return { kind: 'date', day: true, time: true };
  const time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47;
  return time ? { kind: 'date', day: false, time: true } : asNumber;
};

/** What a format code means; words in quotes, colours and currencies in it mean nothing here. */
export const readFormat = (code: string): NumberStyle => {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .split(';');
  const bare = first.toLowerCase().replace(/general|am\/pm|a\/p|上午\/下午|e[+-]/gu, '');
  // Hours beyond a day are a length, not a time of day.
  if (/\[[hms]+\]/u.test(bare)) return asNumber;
  if (/^0{2,15}$/u.test(bare.trim())) return { kind: 'code', digits: bare.trim().length };
  const day = /[yd]/u.test(bare);
  const time = /[hs]/u.test(bare);
  if (day || time) return { kind: 'date', day, time };
  return /m/u.test(bare) && !/[0#?]/u.test(bare)
    ? { kind: 'date', day: true, time: false }
    : asNumber;
};

/** The style of a number by the id of its format. */
export const styleOf = (id: number, codes: ReadonlyMap<number, string>): NumberStyle => {
  const code = codes.get(id);
  return code === undefined ? builtIn(id) : readFormat(code);
};

const isoDate = (serial: number, day: boolean, time: boolean, since: 1900 | 1904): string => {
  // Workbooks count a 29 February 1900 that never was.
  const counted = since === 1900 && serial < 60 ? serial + 1 : serial;
  const ms = Math.round((counted - firstDay[since]) * 86_400) * 1000;
  const [date = '', clock = ''] = new Date(ms).toISOString().split(/[T.]/u);
  if (!day && serial < 1) return clock;
  return time || ms % dayMs !== 0 ? `${date}T${clock}` : date;
};

/** A number without the noise of binary fractions: 15 digits mean something. */
export const plainNumber = (text: string): string => {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text;
  if (Number.isSafeInteger(number)) return String(number);
  return String(Number(number.toPrecision(15)));
};

/** A number of a workbook as the text that its style says. */
export const numberText = (text: string, style: NumberStyle, since: 1900 | 1904): string => {
  const number = Number(text);
  if (style.kind === 'number' || text.trim() === '' || !Number.isFinite(number))
    return plainNumber(text);
  if (style.kind === 'code')
    return Number.isSafeInteger(number) && number >= 0
      ? String(number).padStart(style.digits, '0')
      : plainNumber(text);
  return number >= 0 && number < lastSerial
    ? isoDate(number, style.day, style.time, since)
    : plainNumber(text);
};

/** Letters that XML cannot hold are written `_x000D_` in a workbook. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

/** The column of a cell's address, counted from 0; -1 where it has none. */
export const columnOf = (address: string): number => {
  let column = 0;
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
};
