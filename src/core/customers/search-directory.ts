import type { DirectoryTable } from './directory-table.ts';
import { foldPhone, foldText } from './fold-text.ts';
import { pinyinFinder, type Readings } from './match-pinyin.ts';
import { eachLike, wordLike } from './match-typo.ts';
import { eachWith, type TextBlocks } from './text-blocks.ts';

/** What is read later than the columns: searched as far as it is there. Shorter than the table, maybe. */
export type DeepTexts = {
  /** Names, numbers and addresses of the people at a customer, folded, by its place. */
  readonly contacts: TextBlocks;
  /** What was written about a customer, folded, by its place. */
  readonly notes: TextBlocks;
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
  const [first = typed, ...others] = typed.split(/\s+/u).sort((a, b) => b.length - a.length);
  return {
    typed,
    words: [first, ...others],
    phone: looksLikePhone.test(typed) ? phoneTail(typed) : '',
    pinyin: onlyLetters.test(letters) ? letters : '',
  };
};

/** Whether what was typed ends as a stored number does: the country was typed and is not stored. */
const endsAs = (phone: string) => (stored: string) => {
  const number = stored.replace(/^0+/u, '');
  return number.length > 6 && phone.endsWith(number);
};

const isBoundary = /[\s\p{P}]/u;

/** Hits so far, by place; 0 where there is none yet. Later passes only look at those. */
type Pass = { readonly table: DirectoryTable; readonly hits: Uint8Array; readonly sought: Sought };

const isOpen = ({ table, hits }: Pass, ord: number) => hits[ord] === 0 && table.ids[ord] !== null;

/** One block of texts in so many says well enough which word is rare. */
const sample = 16;

/** The words, the rarest first; `each` calls for every text of a sample that has a word. */
const rarestFirst = (
  words: readonly string[],
  each: (word: string, take: () => void) => void,
): readonly string[] => {
  if (words.length === 1) return words;
  const counted = words.map((word) => {
    let count = 0;
    each(word, () => {
      count += 1;
    });
    return { word, count };
  });
  return counted.sort((a, b) => a.count - b.count).map(({ word }) => word);
};

/** Finds those whose texts together hold every word. The rarest is looked up, the others only there. */
const findAll = (pass: Pass, sources: readonly TextBlocks[], hit: number) => {
  const [rarest = '', ...others] = rarestFirst(pass.sought.words, (word, take) => {
    for (const source of sources) eachWith(source, word, take, sample);
  });
  const isThere = (word: string, ord: number) =>
    sources.some(({ texts }) => texts[ord]?.includes(word));
  for (const source of sources)
    eachWith(source, rarest, (ord) => {
      if (isOpen(pass, ord) && others.every((word) => isThere(word, ord))) pass.hits[ord] = hit;
    });
};

const findTexts = (pass: Pass) => {
  const { table, hits, sought } = pass;
  eachWith(table.searched, sought.typed, (ord, at, before) => {
    if (table.ids[ord] === null) return;
    const isWord = at > 0 && isBoundary.test(before);
    hits[ord] = at === 0 ? found.start : isWord ? found.word : found.somewhere;
  });
  if (sought.words.length > 1) findAll(pass, [table.searched], found.somewhere);
};

const findPhones = (pass: Pass, numbers: TextBlocks, hit: number) => {
  const { hits, sought } = pass;
  const { phone } = sought;
  if (phone.length < 3) return;
  eachWith(numbers, phone, (ord) => {
    if (isOpen(pass, ord)) hits[ord] = hit;
  });
  if (phone.length <= 8) return;
  numbers.texts.forEach((text, ord) => {
    if (text !== '' && isOpen(pass, ord) && text.split('\n').some(endsAs(phone))) hits[ord] = hit;
  });
};

const findPinyinNames = (pass: Pass, readings: Readings | undefined) => {
  const { table, hits, sought } = pass;
  if (readings === undefined || sought.pinyin === '') return;
  const find = pinyinFinder(sought.pinyin, readings);
  for (let ord = 0; ord < hits.length; ord += 1) {
    if (table.hasHan[ord] !== true || !isOpen(pass, ord)) continue;
    const at = find(table.searched.texts[ord] as string);
    if (at >= 0) hits[ord] = at === 0 ? found.start : found.somewhere;
  }
};

const findDeep = (pass: Pass, { contacts, notes }: DeepTexts) => {
  const { table, sought } = pass;
  findAll(pass, [contacts], found.somewhere);
  findPhones(pass, contacts, found.somewhere);
  // Of several words some may stand in the name.
  findAll(pass, sought.words.length > 1 ? [notes, table.searched] : [notes], found.note);
};

/** Those with every word typed, one slip in each allowed. */
const findSlips = (pass: Pass, { contacts }: DeepTexts) => {
  const { table, hits, sought } = pass;
  const { searched } = table;
  const [rarest = '', ...others] = rarestFirst(sought.words, (word, take) => {
    eachWith(searched, word, take, sample);
    eachLike(searched, word, take, sample);
  });
  const tests = others.map((word) => {
    const isLike = wordLike(word);
    return (text: string, people: string) => text.includes(word) || isLike(text) || isLike(people);
  });
  const isLooked = new Uint8Array(hits.length);
  const look = (ord: number) => {
    if (isLooked[ord] === 1 || !isOpen(pass, ord)) return;
    isLooked[ord] = 1;
    const text = searched.texts[ord] as string;
    const people = contacts.texts[ord] ?? '';
    if (tests.every((test) => test(text, people))) hits[ord] = found.typo;
  };
  if (others.length > 0) eachWith(searched, rarest, look);
  eachLike(searched, rarest, look);
  eachLike(contacts, rarest, look);
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
  findPhones(pass, table.phoneDigits, found.word);
  findPinyinNames(pass, readings);
  findDeep(pass, deep);
  let count = 0;
  for (const hit of hits) if (hit > found.note) count += 1;
  if (count <= enoughHits && sought.phone === '') findSlips(pass, deep);
  return hits;
};
