/** What is told about a piece of XML. `tag` is the text between the brackets, without its name. */
export type XmlEvents = {
  readonly open: (name: string, tag: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** Text without a tag in it, and a tag, that are longer than this are refused. */
const longestText = 8 << 20;
const longestTag = 256 << 10;

/** Where text may be cut: a name such as `&amp;` stays whole. */
const endOfText = (text: string): number => {
  const name = text.lastIndexOf('&');
  return name >= 0 && text.length - name < 12 && !text.includes(';', name) ? name : text.length;
};

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const decodeOne = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const point = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

/** Text with its five names and its numbers turned to letters; no other entity is known. */
export const decodeXml = (text: string): string =>
  text.includes('&') ? text.replace(/&(#?\w+);/gu, decodeOne) : text;

const patterns = new Map<string, RegExp>();

/** The value of an attribute in a tag, whatever its prefix. */
export const attributeOf = (tag: string, name: string): string | undefined => {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
    patterns.set(name, pattern);
  }
  const match = pattern.exec(tag);
  return match === null ? undefined : decodeXml(match[1] ?? match[2] ?? '');
};

/** Where a tag ends: a bracket inside a quoted value ends nothing. */
const endOfTag = (text: string, from: number): number => {
  let end = text.indexOf('>', from);
  for (let at = from; end >= 0; ) {
    const double = text.indexOf('"', at);
    const single = text.indexOf("'", at);
    const quote = double < 0 || (single >= 0 && single < double) ? single : double;
    if (quote < 0 || quote > end) return end;
    const closing = text.indexOf(text[quote] ?? '"', quote + 1);
    if (closing < 0) return -1;
    at = closing + 1;
    if (closing > end) end = text.indexOf('>', at);
  }
  return end;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const tellTag = (body: string, { open, close }: XmlEvents): void => {
  if (body.startsWith('/')) {
    close(localName(body.slice(1).trim()));
    return;
  }
  const space = body.search(/[\s/]/u);
  const name = localName(space < 0 ? body : body.slice(0, space));
  open(name, space < 0 ? '' : body.slice(space));
  if (body.endsWith('/')) close(name);
};

/** Remarks, instructions and plain data: `<!--`, `<?`, `<![CDATA[`. */
const special: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * Reads XML piece by piece. Answers what is wrong with it: a document type (nothing a workbook needs,
 * and a way to do harm) or a piece without an end.
 */
export const scanXml = (
  events: XmlEvents,
): ((text: string) => 'damaged' | 'too-large' | undefined) => {
  let rest = '';
  // Letters since the last tag.
  let run = 0;
  const takeSpecial = (at: number): number | undefined => {
    const kind = special.find(([start]) => rest.startsWith(start, at));
    if (kind === undefined) return undefined;
    const end = rest.indexOf(kind[1], at + kind[0].length);
    if (end >= 0 && kind[1] === ']]>') events.text(rest.slice(at + kind[0].length, end));
    return end < 0 ? -1 : end + kind[1].length;
  };
  return (text) => {
    rest += text;
    let at = 0;
    for (;;) {
      const open = rest.indexOf('<', at);
      if (open < 0) {
        // Told at once: kept, it would be looked through again with every piece.
        const end = at + endOfText(rest.slice(at));
        if (end > at) events.text(decodeXml(rest.slice(at, end)));
        run += end - at;
        at = end;
        break;
      }
      run = 0;
      if (open > at) events.text(decodeXml(rest.slice(at, open)));
      at = open;
      const next = rest.charCodeAt(open + 1);
      // ! and ?
      if (next === 33 || next === 63 || Number.isNaN(next)) {
        if (rest.length - open < 9) break;
        const after = takeSpecial(open);
        if (after === undefined) return 'damaged';
        if (after < 0) break;
        at = after;
        continue;
      }
      const end = endOfTag(rest, open);
      if (end < 0) break;
      tellTag(rest.slice(open + 1, end), events);
      at = end + 1;
    }
    rest = rest.slice(at);
    return rest.length > longestTag || run > longestText ? 'too-large' : undefined;
  };
};
