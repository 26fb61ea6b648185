import { mostBins } from './binned-table.ts';
import { type Tree, writeLeftCodes } from './tree.ts';

/** A leaf as what its way asks of a row: of each field on it, one of these codes. */
export type LeafPath = {
  /** What the leaf adds, in logits. */
  readonly value: number;
  /** Fields asked on the way, each once. */
  readonly fields: readonly number[];
  /** `passes[at × mostBins + code]`: 1 where a code of the field `at` passes all its cuts. */
  readonly passes: Uint8Array;
};

/** A field asked on the way, and what of it passes so far. */
type Asked = { readonly field: number; readonly passes: Uint8Array };

/** The way one node further down, to one side; `left` has 1 for the codes that go left. */
const goOn = (
  asked: readonly Asked[],
  field: number,
  left: Uint8Array,
  isLeft: boolean,
): readonly Asked[] => {
  const before = asked.find((one) => one.field === field)?.passes;
  const passes = new Uint8Array(mostBins);
  for (let code = 0; code < mostBins; code += 1) {
    const goes = isLeft ? (left[code] as number) : 1 - (left[code] as number);
    passes[code] = before === undefined ? goes : goes & (before[code] as number);
  }
  return [...asked.filter((one) => one.field !== field), { field, passes }];
};

/** The leaves of a tree with what leads to them. */
export const listLeafPaths = (tree: Tree): readonly LeafPath[] => {
  const found: LeafPath[] = [];
  const descend = (node: number, asked: readonly Asked[]): void => {
    const field = tree.columns[node] ?? -1;
    if (field < 0) {
      const passes = new Uint8Array(asked.length * mostBins);
      asked.forEach((one, at) => {
        passes.set(one.passes, at * mostBins);
      });
      const fields = asked.map((one) => one.field);
      found.push({ value: tree.values[node] ?? 0, fields, passes });
      return;
    }
    const left = new Uint8Array(mostBins);
    writeLeftCodes(left, 0, {
      cut: tree.cuts[node] ?? 0,
      lefts: tree.lefts[node] ?? null,
      missingLeft: tree.missingLeft[node] === 1,
    });
    const child = tree.children[node] ?? 0;
    descend(child, goOn(asked, field, left, true));
    descend(child + 1, goOn(asked, field, left, false));
  };
  descend(0, []);
  return found;
};

/** Which of the leaf's fields a row passes, as bits; `codes` holds the row's codes from `start` on. */
export const passedBits = (
  { fields, passes }: LeafPath,
  codes: Uint8Array,
  start: number,
): number => {
  let bits = 0;
  for (let at = 0; at < fields.length; at += 1) {
    const code = codes[start + (fields[at] as number)] as number;
    bits |= (passes[at * mostBins + code] as number) << at;
  }
  return bits;
};
