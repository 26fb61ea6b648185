/**
 * Splits a comma list with CSV quoting: `a,"b, c","say ""d"""` is a · b, c · say "d". Spaces
 * belong to the names. Returns undefined when a quote is not closed or text follows one.
 */
export const splitList = (text: string): readonly string[] | undefined => {
  const names: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] !== '"') {
      const end = text.indexOf(',', at);
      names.push(text.slice(at, end < 0 ? text.length : end));
      if (end < 0) return names;
      at = end + 1;
      continue;
    }
    const quoted = /^"((?:[^"]|"")*)"(,|$)/u.exec(text.slice(at));
    if (quoted === null) return undefined;
    names.push((quoted[1] ?? '').replaceAll('""', '"'));
    if (quoted[2] === '') return names;
    at += quoted[0].length;
  }
  return names;
};
