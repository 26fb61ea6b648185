/** A line of a card: `item1.TEL;TYPE=HOME:555`. Names and parameters are in capitals. */
export type CardLine = {
  readonly group: string;
  readonly name: string;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
};

/** Types that stand alone in cards of version 2.1. */
const bareName = (word: string): string => {
  if (/^(?:QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/iu.test(word)) return 'ENCODING';
  return 'TYPE';
};

const readParameters = (words: readonly string[]): Map<string, string[]> => {
  const parameters = new Map<string, string[]>();
  for (const word of words) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? bareName(word) : word.slice(0, equals).trim().toUpperCase();
    const values = (equals < 0 ? word : word.slice(equals + 1)).replaceAll('"', '').split(',');
    parameters.set(name, [...(parameters.get(name) ?? []), ...values.map((v) => v.trim())]);
  }
  return parameters;
};

/** Splits where the mark is not inside quotes. */
const splitOutside = (
  text: string,
  mark: ';' | ':',
  limit = Number.POSITIVE_INFINITY,
): string[] => {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length && parts.length + 1 < limit; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || text[at] !== mark) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
};

const bytesOf = (text: string): Uint8Array => {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; at += 1) {
    const hex = text[at] === '=' ? text.slice(at + 1, at + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/u.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else {
      const point = text.codePointAt(at) ?? 0;
      bytes.push(...encoder.encode(String.fromCodePoint(point)));
      if (point > 0xffff) at += 1;
    }
  }
  return Uint8Array.from(bytes);
};

const decodeAs = (bytes: Uint8Array, charset: string): string => {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

const isQuotedPrintable = (parameters: ReadonlyMap<string, readonly string[]>): boolean =>
  (parameters.get('ENCODING') ?? []).some((word) => /^QUOTED-PRINTABLE$/iu.test(word));

const readLine = (line: string): CardLine | undefined => {
  const [front = '', value] = splitOutside(line, ':', 2);
  if (value === undefined) return undefined;
  const [path = '', ...words] = splitOutside(front, ';');
  const dot = path.lastIndexOf('.');
  const name = path
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!/^[A-Z0-9-]+$/u.test(name)) return undefined;
  const parameters = readParameters(words);
  const group = dot < 0 ? '' : path.slice(0, dot).trim().toLowerCase();
  const decoded = isQuotedPrintable(parameters)
    ? decodeAs(bytesOf(value), parameters.get('CHARSET')?.[0] ?? 'utf-8')
    : value;
  return { group, name, parameters, value: decoded };
};

/**
 * The lines of a card, folded ones made whole: those that begin with a blank, and those of version
 * 2.1 that end with `=`. Answers undefined for a card with a line that is none.
 */
export const unfoldCard = (lines: readonly string[]): CardLine[] | undefined => {
  const whole: string[] = [];
  let soft = false;
  for (const line of lines) {
    const last = whole.length - 1;
    if (soft) whole[last] = `${whole[last]?.slice(0, -1)}${line}`;
    else if (last >= 0 && /^[ \t]/u.test(line)) whole[last] = `${whole[last]}${line.slice(1)}`;
    else if (line.trim() !== '') whole.push(line);
    const now = whole.at(-1) ?? '';
    soft =
      /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/iu.test(now.slice(0, 200)) && now.endsWith('=');
  }
  const read = whole.map(readLine);
  return read.some((line) => line === undefined) ? undefined : (read as CardLine[]);
};
