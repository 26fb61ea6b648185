/** A Han character, kana or full-width sign: a line may break before and after it. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Signs that never begin a line in Chinese: the character before goes with them. */
const clinging = /[，。、；：！？）》】”’％,.;:!?)%]/u;

/** Pieces a line may be broken between: words with the space after them, single wide characters. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = [];
  for (const char of text) {
    const before = pieces.at(-1);
    const last = before?.at(-1) ?? '';
    const isOwn = wide.test(char) || wide.test(last) || last === ' ';
    if (before === undefined || (isOwn && !clinging.test(char) && char !== ' ')) pieces.push(char);
    else pieces[pieces.length - 1] = before + char;
  }
  return pieces;
};

/**
 * Breaks a text into lines that fit: at spaces, between Han characters, and inside a word only when it is
 * longer than a line. Line feeds are kept. `fits` says whether a text is narrow enough.
 */
export const breakLines = (text: string, fits: (text: string) => boolean): string[] => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of piecesOf(paragraph)) {
      if (fits((line + piece).trimEnd())) {
        line += piece;
        continue;
      }
      if (line !== '') lines.push(line.trimEnd());
      line = '';
      for (const char of piece) {
        if (line !== '' && !fits(line + char)) {
          lines.push(line);
          line = '';
        }
        line += char;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
};
