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

/**
 * Calls `take` for every text that contains `part`, with its place, where in it the part first stands,
 * and the character before (empty at the beginning).
 */
export const eachWith = (
  blocks: TextBlocks,
  part: string,
  take: (place: number, at: number, before: string) => void,
): void => {
  const count = Math.ceil(blocks.texts.length / blockTexts);
  for (let n = 0; n < count; n += 1) {
    const { joined, starts } = blockAt(blocks, n);
    let text = 0;
    for (let found = joined.indexOf(part); found >= 0; ) {
      while ((starts[text + 1] as number) <= found) text += 1;
      const at = found - (starts[text] as number);
      take(n * blockTexts + text, at, at === 0 ? '' : joined.charAt(found - 1));
      found = joined.indexOf(part, starts[text + 1]);
    }
  }
};
