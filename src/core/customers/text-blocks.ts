/** Texts joined in one go; small enough to be joined again when one of them changes. */
const blockTexts = 1_000;

/** Stands between two texts; nobody types it. */
const between = '\u0000';

type Block = {
  readonly joined: string;
  /** Where each text begins, and at last where one more would. */
  readonly starts: Uint32Array;
};

/**
 * Texts by place, joined block by block: looking through one long string is many times faster than
 * through a thousand short ones. Blocks are joined when they are first looked through.
 */
export type TextBlocks = {
  readonly texts: string[];
  readonly blocks: (Block | undefined)[];
};

export const emptyTexts = (): TextBlocks => ({ texts: [], blocks: [] });

/** Room for places up to `end` − 1: those that are new are empty. */
export const growTexts = ({ texts, blocks }: TextBlocks, end: number): void => {
  if (texts.length >= end) return;
  blocks[Math.floor(texts.length / blockTexts)] = undefined;
  while (texts.length < end) texts.push('');
};

export const setText = ({ texts, blocks }: TextBlocks, at: number, text: string): void => {
  texts[at] = text;
  blocks[Math.floor(at / blockTexts)] = undefined;
};

const join = (texts: readonly string[]): Block => {
  const starts = new Uint32Array(texts.length + 1);
  let start = 0;
  texts.forEach((text, at) => {
    starts[at] = start;
    start += text.length + 1;
  });
  starts[texts.length] = start;
  return { joined: texts.join(between), starts };
};

const blockAt = ({ texts, blocks }: TextBlocks, n: number): Block => {
  const known = blocks[n];
  if (known !== undefined) return known;
  const made = join(texts.slice(n * blockTexts, (n + 1) * blockTexts));
  blocks[n] = made;
  return made;
};

/** Joins what was not looked through yet, or has changed since: ahead of the first question. */
export const joinTexts = (blocks: TextBlocks): void => {
  for (let n = 0; n * blockTexts < blocks.texts.length; n += 1) blockAt(blocks, n);
};

/**
 * Calls `take` wherever `part` stands: with the place of the text, where in it, and the character before
 * (empty at the beginning). It answers whether the same text is to be looked through further.
 * `blocksApart`: only one block in so many is looked through, to learn how often a part stands there.
 */
export const eachAt = (
  blocks: TextBlocks,
  part: string,
  take: (place: number, at: number, before: string) => boolean,
  blocksApart = 1,
): void => {
  const count = Math.ceil(blocks.texts.length / blockTexts);
  for (let n = 0; n < count; n += blocksApart) {
    const { joined, starts } = blockAt(blocks, n);
    let text = 0;
    for (let found = joined.indexOf(part); found >= 0; ) {
      while ((starts[text + 1] as number) <= found) text += 1;
      const at = found - (starts[text] as number);
      const goesOn = take(n * blockTexts + text, at, at === 0 ? '' : joined.charAt(found - 1));
      found = joined.indexOf(part, goesOn ? found + 1 : starts[text + 1]);
    }
  }
};

/** Calls `take` once for every text that contains `part`, where it first stands; see `eachAt`. */
export const eachWith = (
  blocks: TextBlocks,
  part: string,
  take: (place: number, at: number, before: string) => void,
  blocksApart = 1,
): void =>
  eachAt(
    blocks,
    part,
    (place, at, before) => {
      take(place, at, before);
      return false;
    },
    blocksApart,
  );
