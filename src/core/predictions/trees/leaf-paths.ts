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

type Asked = ReadonlyMap<number, Uint8Array>;

const askAlso = (asked: Asked, tree: Tree, node: number, isLeft: boolean): Asked => {
  const left = new Uint8Array(mostBins);
  writeLeftCodes(left, 0, {
    cut: tree.cuts[node] ?? 0,
    lefts: tree.lefts[node] ?? null,
    missingLeft: tree.missingLeft[node] === 1,
  });
  const field = tree.columns[node] ?? 0;
  const before = asked.get(field);
  const passes = left.map((goes, code) => ((goes === 1) === isLeft ? (before?.[code] ?? 1) : 0));
  return new Map(asked).set(field, passes);
};

/** The leaves of a tree with what leads to them. */
export const listLeafPaths = (tree: Tree): readonly LeafPath[] => {
  const found: LeafPath[] = [];
  const descend = (node: number, asked: Asked): void => {
    if ((tree.columns[node] ?? -1) < 0) {
      const passes = new Uint8Array(asked.size * mostBins);
      [...asked.values()].forEach((codes, at) => {
        passes.set(codes, at * mostBins);
      });
      found.push({ value: tree.values[node] ?? 0, fields: [...asked.keys()], passes });
      return;
    }
    const left = tree.children[node] ?? 0;
    descend(left, askAlso(asked, tree, node, true));
    descend(left + 1, askAlso(asked, tree, node, false));
  };
  descend(0, new Map());
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
