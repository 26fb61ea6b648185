import * as v from 'valibot';
import { type BinnedTable, mostBins } from './binned-table.ts';

export const treeSchema = v.object({
  /** Column cut by each node; −1 for a leaf. */
  columns: v.array(v.number()),
  /** Codes below it go left; of no meaning where `lefts` lists them. */
  cuts: v.array(v.number()),
  lefts: v.array(v.nullable(v.array(v.number()))),
  /** Where code 0 goes: 1 left, 0 right. */
  missingLeft: v.array(v.number()),
  /** The left child; the right one follows it. */
  children: v.array(v.number()),
  /** What a leaf adds, in logits. */
  values: v.array(v.number()),
});
/** A regression tree as parallel lists over its nodes, the root first. */
export type Tree = v.InferOutput<typeof treeSchema>;

export type Cut = {
  readonly cut: number;
  readonly lefts: readonly number[] | null;
  readonly missingLeft: boolean;
};

/** One byte per possible code, written at `offset`: 1 where it goes left. */
export const writeLeftCodes = (into: Uint8Array, offset: number, rule: Cut): void => {
  if (rule.lefts !== null) {
    for (const code of rule.lefts) into[offset + code] = 1;
    return;
  }
  into[offset] = rule.missingLeft ? 1 : 0;
  for (let code = 1; code < rule.cut; code += 1) into[offset + code] = 1;
};

/** A sum of trees with the way of every code looked up. */
type Forest = {
  readonly roots: Uint32Array;
  readonly columns: Int16Array;
  readonly goesLeft: Uint8Array;
  readonly children: Uint32Array;
  readonly values: Float64Array;
};

const layOut = (trees: readonly Tree[]): Forest => {
  const nodes = trees.reduce((sum, { columns }) => sum + columns.length, 0);
  const forest = {
    roots: new Uint32Array(trees.length),
    columns: new Int16Array(nodes),
    goesLeft: new Uint8Array(nodes * mostBins),
    children: new Uint32Array(nodes),
    values: new Float64Array(nodes),
  };
  let first = 0;
  trees.forEach((tree, at) => {
    forest.roots[at] = first;
    tree.columns.forEach((column, node) => {
      forest.columns[first + node] = column;
      forest.children[first + node] = first + (tree.children[node] as number);
      forest.values[first + node] = tree.values[node] as number;
      if (column >= 0)
        writeLeftCodes(forest.goesLeft, (first + node) * mostBins, {
          cut: tree.cuts[node] as number,
          lefts: tree.lefts[node] ?? null,
          missingLeft: tree.missingLeft[node] === 1,
        });
    });
    first += tree.columns.length;
  });
  return forest;
};

/** Codes row by row: a row's codes lie together when it walks down many trees. */
export const codesByRow = ({ rows, columns }: BinnedTable): Uint8Array => {
  const width = columns.length;
  const codes = new Uint8Array(rows * width);
  columns.forEach((column, at) => {
    for (let row = 0; row < rows; row += 1) codes[row * width + at] = column.codes[row] as number;
  });
  return codes;
};

/** What the trees say of each row, added up, in logits. */
export const sumTrees = (trees: readonly Tree[], table: BinnedTable): Float64Array => {
  const { roots, columns, goesLeft, children, values } = layOut(trees);
  const codes = codesByRow(table);
  const width = table.columns.length;
  const sums = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row += 1) {
    const start = row * width;
    let sum = 0;
    for (let tree = 0; tree < roots.length; tree += 1) {
      let node = roots[tree] as number;
      for (let column = columns[node] as number; column >= 0; column = columns[node] as number) {
        const code = codes[start + column] as number;
        node = (children[node] as number) + 1 - (goesLeft[node * mostBins + code] as number);
      }
      sum += values[node] as number;
    }
    sums[row] = sum;
  }
  return sums;
};
