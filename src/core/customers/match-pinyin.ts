/** How a Chinese character may be read, without tones: 重 is `zhong` or `chong`, 吕 is `lv`. */
export type Readings = ReadonlyMap<string, readonly string[]>;

const [firstHan, lastHan] = [0x4e00, 0x9fff];

const isHan = (unit: number) => unit >= firstHan && unit <= lastHan;

/** Adds the Chinese characters of a text to a set. */
export const collectHan = (text: string, into: Set<string>): boolean => {
  let hasAny = false;
  for (let at = 0; at < text.length; at += 1)
    if (isHan(text.charCodeAt(at))) {
      into.add(text.charAt(at));
      hasAny = true;
    }
  return hasAny;
};

/** Whether typed letters, from `at` on, read the characters of a text from `from` on. */
const reads = (
  text: string,
  from: number,
  typed: string,
  at: number,
  readings: Readings,
): boolean => {
  if (at === typed.length) return true;
  const known = readings.get(text.charAt(from));
  if (known === undefined) return false;
  for (const reading of known) {
    if (reading.charCodeAt(0) !== typed.charCodeAt(at)) continue;
    // The last syllable may be half typed.
    if (typed.length - at <= reading.length && reading.startsWith(typed.slice(at))) return true;
    if (
      typed.startsWith(reading, at) &&
      reads(text, from + 1, typed, at + reading.length, readings)
    )
      return true;
    if (reads(text, from + 1, typed, at + 1, readings)) return true;
  }
  return false;
};

/** Which characters may begin what was typed, by their distance from the first Chinese one. */
const beginners = (typed: string, readings: Readings): Uint8Array => {
  const first = typed.charAt(0);
  const begins = new Uint8Array(lastHan - firstHan + 1);
  for (const [character, known] of readings)
    if (known.some((reading) => reading.startsWith(first)))
      begins[character.charCodeAt(0) - firstHan] = 1;
  return begins;
};

/**
 * Says where in a text its characters are read as typed: whole syllables (`yunhe`), first letters (`yh`)
 * or a mixture; −1 for nowhere. Every reading of a character counts.
 */
export const pinyinFinder = (typed: string, readings: Readings): ((text: string) => number) => {
  const begins = beginners(typed, readings);
  return (text) => {
    for (let from = 0; from < text.length; from += 1) {
      const unit = text.charCodeAt(from);
      if (isHan(unit) && begins[unit - firstHan] === 1 && reads(text, from, typed, 0, readings))
        return from;
    }
    return -1;
  };
};
