import { foldText } from './fold-text.ts';

/** A customer that can be spoken of. `label`: what lists show when there is no name. */
export type Nameable = {
  readonly id: string;
  readonly name: string;
  readonly altName: string;
  readonly city: string;
};

/** Names made ready for linking: built once, asked often. */
export type NameIndex = {
  readonly entries: readonly Nameable[];
  /** Folded name (and then alternative names), and the entry each belongs to. */
  readonly names: readonly string[];
  readonly owners: Uint32Array;
  /** Bigram -> places in `names`. */
  readonly bigrams: ReadonlyMap<string, readonly number[]>;
  readonly exact: ReadonlyMap<string, readonly number[]>;
};

export type Linked = {
  readonly entries: readonly Nameable[];
  /** How the name was found: `similar` deserves saying so. */
  readonly how: 'exact' | 'part' | 'similar' | 'none';
};

/** Most entries a link gives back. */
const maximumLinked = 20;

/** Legal forms say nothing about who is meant. */
const forms =
  /(?:[\s,]+(?:ltd|limited|inc|llc|plc|gmbh|co|corp|company|corporation|kg|ag|bv|sa|srl|& co)\.?)+$|(?:股份)?有限(?:责任)?公司$|集团公司$/u;

const comparable = (name: string): string =>
  foldText(name)
    .replace(/[.,'"()&]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const withoutForm = (name: string): string => {
  const bare = comparable(foldText(name).replace(forms, ''));
  return bare === '' ? comparable(name) : bare;
};

/** Two neighbouring characters each, with the edges marked: acme -> ^a ac cm me e$. */
export const bigramsOf = (text: string): readonly string[] => {
  const marked = `^${text}$`;
  const found = new Set<string>();
  for (let at = 0; at + 2 <= marked.length; at++) found.add(marked.slice(at, at + 2));
  return [...found];
};

const push = <K>(map: Map<K, number[]>, key: K, value: number) => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** Prepares names for linkName. About half a second for 100,000. */
export const indexNames = (entries: readonly Nameable[]): NameIndex => {
  const names: string[] = [];
  const owners: number[] = [];
  const bigrams = new Map<string, number[]>();
  const exact = new Map<string, number[]>();
  const add = (written: string, owner: number) => {
    const name = withoutForm(written);
    if (name === '') return;
    const place = names.length;
    names.push(name);
    owners.push(owner);
    push(exact, name, owner);
    const whole = comparable(written);
    if (whole !== name) push(exact, whole, owner);
    for (const bigram of bigramsOf(name)) push(bigrams, bigram, place);
  };
  for (const [owner, entry] of entries.entries()) {
    add(entry.name, owner);
    if (entry.altName !== '') add(entry.altName, owner);
  }
  return { entries, names, owners: Uint32Array.from(owners), bigrams, exact };
};

/** Edits (insert, delete, replace, swap of neighbours) between two texts, or more than `limit`. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = before;
    before = row;
  }
  return before[b.length] ?? limit + 1;
};

const ownersAt = (index: NameIndex, places: Iterable<number>): Nameable[] => {
  const owners = new Set<number>();
  for (const place of places) owners.add(index.owners[place] ?? 0);
  return [...owners]
    .map((owner) => index.entries[owner])
    .filter((entry) => entry !== undefined)
    .slice(0, maximumLinked);
};

const isWordPart = (name: string, part: string): boolean => {
  const at = name.indexOf(part);
  if (at < 0) return false;
  return /\p{Script=Han}/u.test(part) || at === 0 || name[at - 1] === ' ';
};

const findParts = (index: NameIndex, asked: string): readonly number[] => {
  if (asked.length < 2) return [];
  const places: number[] = [];
  for (const [place, name] of index.names.entries())
    if (isWordPart(name, asked)) places.push(place);
  return places;
};

/** Candidates whose letters are compared; those with most bigrams in common go first. */
const maximumCompared = 200;

const findSimilar = (index: NameIndex, asked: string): readonly number[] => {
  const wanted = bigramsOf(asked);
  const shared = new Uint16Array(index.names.length);
  for (const bigram of wanted)
    for (const place of index.bigrams.get(bigram) ?? []) shared[place] = (shared[place] ?? 0) + 1;
  const limit = asked.length < 4 ? 1 : Math.max(1, Math.floor(asked.length / 5));
  const near: { place: number; dice: number }[] = [];
  for (const [place, count] of shared.entries()) {
    // A name of n characters has n + 1 bigrams, edges included (fewer when one repeats).
    const dice = (2 * count) / (wanted.length + (index.names[place] ?? '').length + 1);
    if (dice >= 0.3) near.push({ place, dice });
  }
  const close = near
    .sort((a, b) => b.dice - a.dice)
    .slice(0, maximumCompared)
    .map(({ place, dice }) => {
      const distance = editDistance(asked, index.names[place] ?? '', limit);
      return { place, dice, distance };
    })
    .filter(({ dice, distance }) => distance <= limit || dice >= 0.75);
  const best = Math.min(...close.map(({ distance }) => distance));
  return close.filter(({ distance }) => distance === best).map(({ place }) => place);
};

const inCity = (entries: readonly Nameable[], city: string | undefined): readonly Nameable[] => {
  if (city === undefined) return entries;
  const wanted = comparable(city);
  const there = entries.filter((entry) => comparable(entry.city) === wanted);
  return there.length > 0 ? there : entries;
};

/**
 * Finds whom a written name means: the very name, else a part of names, else names one typo (per
 * five characters) away. "Name (City)" tells namesakes apart. At most 20 entries, best first.
 */
export const linkName = (index: NameIndex, written: string): Linked => {
  const split = /^(.+?)\s*\(([^()]+)\)$/u.exec(foldText(written));
  const city = split?.[2];
  const spoken = split?.[1] ?? written;
  const whole = comparable(spoken);
  const asked = withoutForm(spoken);
  if (asked === '') return { entries: [], how: 'none' };
  const same = index.exact.get(whole) ?? index.exact.get(asked);
  if (same !== undefined) {
    const entries = same
      .map((owner) => index.entries[owner])
      .filter((entry) => entry !== undefined);
    return { entries: inCity([...new Set(entries)], city).slice(0, maximumLinked), how: 'exact' };
  }
  const parts = ownersAt(index, findParts(index, asked));
  if (parts.length > 0) return { entries: inCity(parts, city), how: 'part' };
  const similar = ownersAt(index, findSimilar(index, asked));
  return { entries: inCity(similar, city), how: similar.length > 0 ? 'similar' : 'none' };
};

/**
 * The longest name that stands in a message as it is, or undefined. Single characters, and Latin
 * names of fewer than three letters, are too common to mean somebody.
 */
export const findNameIn = (index: NameIndex, message: string): Linked | undefined => {
  const text = ` ${comparable(message)} `;
  const hits = new Map<number, string>();
  let longest = 0;
  for (const [place, name] of index.names.entries()) {
    const isHan = /\p{Script=Han}/u.test(name);
    if (name.length < longest || name.length < (isHan ? 2 : 3)) continue;
    if (!text.includes(isHan ? name : ` ${name} `)) continue;
    if (name.length > longest) hits.clear();
    longest = name.length;
    hits.set(place, name);
  }
  return hits.size === 0 ? undefined : { entries: ownersAt(index, hits.keys()), how: 'exact' };
};
