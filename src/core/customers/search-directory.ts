import type { DirectoryTable } from './directory-table.ts';
import { foldPhone, foldText } from './fold-text.ts';
import { findPinyin, type Readings } from './match-pinyin.ts';
import { slipParts, wordLike } from './match-typo.ts';
import { eachWith } from './text-blocks.ts';

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

const isBoundary = /[\s\p{P}]/u;

/** Hits so far, by place; 0 where there is none yet. Later passes only look at those. */
type Pass = { readonly table: DirectoryTable; readonly hits: Uint8Array; readonly sought: Sought };

const isOpen = ({ table, hits }: Pass, ord: number) => hits[ord] === 0 && table.ids[ord] !== null;

/** Marks the texts that hold every one of these, each in any of its forms; 255 words are plenty. */
const holdingAll = (
  { table: { searched } }: Pass,
  words: readonly (readonly string[])[],
): ((ord: number) => boolean) => {
  const held = new Uint8Array(searched.texts.length);
  words.forEach((forms, at) => {
    for (const form of forms)
      eachWith(searched, form, (ord) => {
        if (held[ord] === at) held[ord] = at + 1;
      });
  });
  return (ord) => held[ord] === words.length;
};

const findTexts = (pass: Pass) => {
  const { table, hits, sought } = pass;
  const { typed, words } = sought;
  eachWith(table.searched, typed, (ord, at, before) => {
    if (table.ids[ord] === null) return;
    const isWord = at > 0 && isBoundary.test(before);
    hits[ord] = at === 0 ? found.start : isWord ? found.word : found.somewhere;
  });
  if (words.length === 1) return;
  const hasAll = holdingAll(
    pass,
    words.map((word) => [word]),
  );
  for (let ord = 0; ord < hits.length; ord += 1)
    if (hasAll(ord) && isOpen(pass, ord)) hits[ord] = found.somewhere;
};

const findPhones = (pass: Pass) => {
  const { table, hits, sought } = pass;
  const { phone } = sought;
  if (phone.length < 3) return;
  eachWith(table.phoneDigits, phone, (ord) => {
    if (isOpen(pass, ord)) hits[ord] = found.word;
  });
  if (phone.length <= 8) return;
  table.phoneDigits.texts.forEach((numbers, ord) => {
    if (numbers !== '' && isOpen(pass, ord) && isPhone(numbers, phone)) hits[ord] = found.word;
  });
};

const pinyinHit = (text: string, { pinyin }: Sought, readings: Readings) => {
  const at = findPinyin(text, pinyin, readings);
  return at < 0 ? 0 : at === 0 ? found.start : found.somewhere;
};

const isAmong = (people: string, { words, phone }: Sought) =>
  words.every((word) => people.includes(word)) || (phone.length >= 3 && isPhone(people, phone));

const findPinyinNames = (pass: Pass, readings: Readings | undefined) => {
  const { table, hits, sought } = pass;
  if (readings === undefined || sought.pinyin === '') return;
  for (let ord = 0; ord < hits.length; ord += 1)
    if (table.hasHan[ord] === true && isOpen(pass, ord))
      hits[ord] = pinyinHit(table.searched.texts[ord] as string, sought, readings);
};

const findDeep = (pass: Pass, { contacts, notes }: DeepTexts) => {
  const { table, hits, sought } = pass;
  for (const [ord, people] of contacts)
    if (isOpen(pass, ord) && isAmong(people, sought)) hits[ord] = found.somewhere;
  for (const [ord, note] of notes) {
    if (!isOpen(pass, ord)) continue;
    const text = table.searched.texts[ord] as string;
    if (sought.words.every((word) => note.includes(word) || text.includes(word)))
      hits[ord] = found.note;
  }
};

/** Those with every word typed, one slip in each allowed. */
const findSlips = (pass: Pass, { contacts }: DeepTexts) => {
  const { table, hits, sought } = pass;
  const tests = sought.words.map((word) => {
    const isLike = wordLike(word);
    return (text: string, people: string | undefined) =>
      text.includes(word) || isLike(text) || (people !== undefined && isLike(people));
  });
  const mayHave = holdingAll(
    pass,
    sought.words.map((word) => [word, ...slipParts(word)]),
  );
  for (let ord = 0; ord < hits.length; ord += 1) {
    if (!isOpen(pass, ord)) continue;
    const people = contacts.get(ord);
    if (people === undefined && !mayHave(ord)) continue;
    const text = table.searched.texts[ord] as string;
    if (tests.every((test) => test(text, people))) hits[ord] = found.typo;
  }
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
  const pass = { table, hits, sought };
  findTexts(pass);
  findPhones(pass);
  findPinyinNames(pass, readings);
  findDeep(pass, deep);
  let count = 0;
  for (const hit of hits) if (hit > found.note) count += 1;
  if (count <= enoughHits && sought.phone === '') findSlips(pass, deep);
  return hits;
};
