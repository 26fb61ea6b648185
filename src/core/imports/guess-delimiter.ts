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

/**
 * The delimiter of a table's head: the one that splits most lines into the same number of cells.
 * Answers ',' when none splits anything.
 */
export const guessDelimiter = (head: string): string => {
  const lines = splitLines(head).filter((line) => line.trim() !== '');
  let best = { delimiter: ',' as string, score: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter));
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    tally.delete(0);
    const [cells = 0, agreeing = 0] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? [];
    const score = (agreeing / Math.max(1, lines.length)) * 100 + Math.min(cells, 20) / 100;
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  return best.delimiter;
};
