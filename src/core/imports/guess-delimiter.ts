/** Delimiters that are tried, in the order that wins a tie. */
export const delimiters = [',', ';', '\t', '|'] as const;

/** The first lines of a text, split where a newline is not inside quotes. At most `limit`. */
export const splitLines = (text: string, limit = 200): string[] => {
  const lines: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length && lines.length < limit; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    if (quoted || (char !== '\n' && char !== '\r')) continue;
    if (at > start) lines.push(text.slice(start, at));
    start = at + 1;
  }
  if (start < text.length && lines.length < limit) lines.push(text.slice(start));
  return lines;
};

const countOutsideQuotes = (line: string, delimiter: string): number => {
  let count = 0;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) count += 1;
  }
  return count;
};

/** Stands for "no delimiter": a character no text has (unit separator). */
export const noDelimiter = '\u001f';

/** Lines that must agree where the first one (a title, or the header of one column) has none. */
const agreementWithoutFirst = 0.9;

const scoreOf = (lines: readonly string[], delimiter: string): number => {
  const counts = lines.map((line) => countOutsideQuotes(line, delimiter));
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [cells = 0, agreeing = 0] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? [];
  const share = agreeing / Math.max(1, lines.length);
  if (counts[0] === 0 && share < agreementWithoutFirst) return 0;
  return share * 100 + Math.min(cells, 20) / 100;
};

/**
 * The delimiter of a table's head: the one that splits most lines into the same number of cells.
 * Answers `noDelimiter` for one column of text with commas in it, ',' for one column without.
 */
export const guessDelimiter = (head: string): string => {
  const lines = splitLines(head).filter((line) => line.trim() !== '');
  let best = { delimiter: '', score: 0 };
  for (const delimiter of delimiters) {
    const score = scoreOf(lines, delimiter);
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  if (best.delimiter !== '') return best.delimiter;
  return head.includes(',') ? noDelimiter : ',';
};
