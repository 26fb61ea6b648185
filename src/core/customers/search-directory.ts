import type { DirectoryTable } from './directory-table.ts';
import { foldPhone, foldText } from './fold-text.ts';
import { findPinyin, type Readings } from './match-pinyin.ts';
import { wordLike } from './match-typo.ts';

/** What is read later than the columns: searched as far as it is there. */
export type DeepTexts = {
  /** Names, numbers and addresses of the people at a customer, folded, by its place. */
  readonly contacts: ReadonlyMap<number, string>;
  /** What was written about a customer, folded, by its place. */
  readonly notes: ReadonlyMap<number, string>;
};

/** How well a customer was found; 0 is not at all. */
export const found = { typo: 1, note: 2, somewhere: 3, word: 4, start: 5 } as const;

/** With more hits than this nobody has mistyped. */
const enoughHits = 12;

const looksLikePhone = /^\+?[\d\s()./-]{3,}$/u;
const onlyLetters = /^[a-z]{2,}$/u;

type Sought = {
  readonly typed: string;
  readonly words: readonly string[];
  readonly phone: string;
  readonly pinyin: string;
};

/** A number without the zeros that stand for "abroad" or "long distance". */
const phoneTail = (text: string) => foldPhone(text.replace('(0)', '')).replace(/^0+/u, '');

const parse = (search: string): Sought | undefined => {
  const typed = foldText(search.trim());
  if (typed === '') return undefined;
  const letters = typed.replace(/\s+/gu, '');
  return {
    typed,
    words: typed.split(/\s+/u),
    phone: looksLikePhone.test(typed) ? phoneTail(typed) : '',
    pinyin: onlyLetters.test(letters) ? letters : '',
  };
};

/** Whether what was typed ends as a stored number does: the country was typed and is not stored. */
const endsAs = (phone: string) => (stored: string) => {
  const number = stored.replace(/^0+/u, '');
  return number.length > 6 && phone.endsWith(number);
};

const isPhone = (numbers: string, phone: string) =>
  numbers.includes(phone) || (phone.length > 8 && numbers.split('\n').some(endsAs(phone)));

const textHit = (text: string, { typed, words }: Sought): number => {
  if (!words.every((word) => text.includes(word))) return 0;
  if (text.startsWith(typed)) return found.start;
  const at = text.indexOf(typed);
  return at > 0 && /[\s\p{P}]/u.test(text.charAt(at - 1)) ? found.word : found.somewhere;
};

const pinyinHit = (text: string, { pinyin }: Sought, readings: Readings) => {
  const at = findPinyin(text, pinyin, readings);
  return at < 0 ? 0 : at === 0 ? found.start : found.somewhere;
};

const isAmong = (people: string, { words, phone }: Sought) =>
  words.every((word) => people.includes(word)) || (phone.length >= 3 && isPhone(people, phone));

const hitAt = (
  table: DirectoryTable,
  ord: number,
  sought: Sought,
  readings: Readings | undefined,
  { contacts, notes }: DeepTexts,
): number => {
  const text = table.searched[ord] as string;
  const hit = textHit(text, sought);
  if (hit > 0) return hit;
  if (sought.phone.length >= 3 && isPhone(table.phoneDigits[ord] as string, sought.phone))
    return found.word;
  if (readings !== undefined && sought.pinyin !== '' && table.hasHan[ord] === true) {
    const read = pinyinHit(text, sought, readings);
    if (read > 0) return read;
  }
  const people = contacts.get(ord);
  if (people !== undefined && isAmong(people, sought)) return found.somewhere;
  const note = notes.get(ord);
  const isNoted =
    note !== undefined && sought.words.every((word) => note.includes(word) || text.includes(word));
  return isNoted ? found.note : 0;
};

/** Whether every word typed is there, one slip in each allowed. */
const typoTest = (table: DirectoryTable, { words }: Sought, { contacts }: DeepTexts) => {
  const tests = words.map((word) => {
    const isLike = wordLike(word);
    return (text: string, people: string | undefined) =>
      text.includes(word) || isLike(text) || (people !== undefined && isLike(people));
  });
  return (ord: number) => {
    const text = table.searched[ord] as string;
    const people = contacts.get(ord);
    return tests.every((test) => test(text, people));
  };
};

/**
 * How well each place is found (see `found`), undefined when nothing is sought. Every word must occur
 * in the name, the other name, the town, an e-mail or a contact; digits alone also look into phone
 * numbers, letters alone also into the sound of Chinese names; then come notes, and last, when hardly
 * anybody was found, words with one slip.
 */
export const searchDirectory = (
  table: DirectoryTable,
  search: string,
  readings: Readings | undefined,
  deep: DeepTexts,
): Uint8Array | undefined => {
  const sought = parse(search);
  if (sought === undefined) return undefined;
  const hits = new Uint8Array(table.ids.length);
  let count = 0;
  for (let ord = 0; ord < hits.length; ord += 1) {
    if (table.ids[ord] === null) continue;
    const hit = hitAt(table, ord, sought, readings, deep);
    hits[ord] = hit;
    if (hit > found.note) count += 1;
  }
  if (count > enoughHits || sought.phone !== '') return hits;
  const isLike = typoTest(table, sought, deep);
  for (let ord = 0; ord < hits.length; ord += 1)
    if (hits[ord] === 0 && table.ids[ord] !== null && isLike(ord)) hits[ord] = found.typo;
  return hits;
};
