import type { BinnedTable } from './binned-table.ts';
import { mostBins } from './binned-table.ts';
import { findSplit, type Split, type SplitRules, type Sums } from './find-split.ts';
import { fillHistogram, type Slopes, subtractHistogram } from './histogram.ts';
import { type Tree, writeLeftCodes } from './tree.ts';

export type TreeRules = SplitRules & { readonly mostLeaves: number; readonly rate: number };

/** Everything a tree is grown in, made once for all trees of a table. */
export type Ground = {
  readonly table: BinnedTable;
  readonly starts: Uint32Array;
  readonly room: Slopes;
  /** Histograms to be used again. */
  readonly spare: Float64Array[];
};

type Leaf = {
  readonly node: number;
  /** Its rows are `rows[from … to)`. */
  readonly from: number;
  readonly to: number;
  readonly sums: Sums;
  readonly histogram: Float64Array;
  readonly split: Split | undefined;
};

type Draft = { readonly [Key in keyof Tree]: Tree[Key] };

const takeHistogram = ({ spare, starts }: Ground): Float64Array =>
  spare.pop() ?? new Float64Array(starts.at(-1) ?? 0);

const sumSlopes = (rows: Uint32Array, { gradients, curvatures }: Slopes): Sums => {
  let gradient = 0;
  let curvature = 0;
  for (const row of rows) {
    gradient += gradients[row] as number;
    curvature += curvatures[row] as number;
  }
  return { gradient, curvature, rows: rows.length };
};

/** A Newton step, shortened by the rate. */
const leafValueOf = ({ gradient, curvature }: Sums, { ridge, rate }: TreeRules): number =>
  (-rate * gradient) / (curvature + ridge);

const addNode = (tree: Draft, sums: Sums, rules: TreeRules): number => {
  tree.columns.push(-1);
  tree.cuts.push(0);
  tree.lefts.push(null);
  tree.missingLeft.push(0);
  tree.children.push(0);
  tree.values.push(leafValueOf(sums, rules));
  return tree.columns.length - 1;
};

/** Moves the rows that go left to the front, both sides in their order; answers where they end. */
const partition = (
  rows: Uint32Array,
  { from, to }: Leaf,
  split: Split,
  codes: Uint8Array,
  spare: Uint32Array,
): number => {
  const goesLeft = new Uint8Array(mostBins);
  writeLeftCodes(goesLeft, 0, split);
  let left = from;
  let right = 0;
  for (let at = from; at < to; at += 1) {
    const row = rows[at] as number;
    if (goesLeft[codes[row] as number] === 1) {
      rows[left] = row;
      left += 1;
    } else {
      spare[right] = row;
      right += 1;
    }
  }
  rows.set(spare.subarray(0, right), left);
  return left;
};

type Work = {
  readonly ground: Ground;
  readonly rows: Uint32Array;
  /** Columns this tree may cut. */
  readonly columns: Uint16Array;
  readonly slopes: Slopes;
  readonly rules: TreeRules;
  readonly tree: Draft;
  readonly spareRows: Uint32Array;
};

const fill = ({ ground, rows, columns, slopes }: Work, from: number, to: number): Float64Array => {
  const histogram = takeHistogram(ground);
  const { table, starts, room } = ground;
  fillHistogram(histogram, table, starts, columns, rows.subarray(from, to), slopes, room);
  return histogram;
};

const openLeaf = (
  { ground, columns, rules, tree }: Work,
  place: { readonly from: number; readonly to: number },
  sums: Sums,
  histogram: Float64Array,
): Leaf => {
  const mayCut = place.to - place.from >= 2 * rules.fewestRows;
  const { table, starts } = ground;
  const split = mayCut ? findSplit(table, histogram, starts, columns, sums, rules) : undefined;
  return { ...place, node: addNode(tree, sums, rules), sums, histogram, split };
};

const writeCut = (tree: Draft, node: number, split: Split): void => {
  tree.columns[node] = split.column;
  tree.cuts[node] = split.cut;
  tree.lefts[node] = split.lefts === null ? null : [...split.lefts];
  tree.missingLeft[node] = split.missingLeft ? 1 : 0;
  tree.values[node] = 0;
  tree.children[node] = tree.columns.length;
};

/** The two leaves a leaf is cut into. The smaller one is summed, the larger is what remains of both. */
const cutLeaf = (work: Work, leaf: Leaf, split: Split): readonly [Leaf, Leaf] => {
  const { ground, rows, slopes, tree, spareRows } = work;
  const { codes } = ground.table.columns[split.column] as BinnedTable['columns'][number];
  const middle = partition(rows, leaf, split, codes, spareRows);
  const left = sumSlopes(rows.subarray(leaf.from, middle), slopes);
  const right: Sums = {
    gradient: leaf.sums.gradient - left.gradient,
    curvature: leaf.sums.curvature - left.curvature,
    rows: leaf.sums.rows - left.rows,
  };
  const isLeftSmaller = left.rows <= right.rows;
  const smaller = isLeftSmaller ? fill(work, leaf.from, middle) : fill(work, middle, leaf.to);
  subtractHistogram(leaf.histogram, smaller);
  const [ofLeft, ofRight] = isLeftSmaller ? [smaller, leaf.histogram] : [leaf.histogram, smaller];
  writeCut(tree, leaf.node, split);
  return [
    openLeaf(work, { from: leaf.from, to: middle }, left, ofLeft),
    openLeaf(work, { from: middle, to: leaf.to }, right, ofRight),
  ];
};

const gainOf = (leaf: Leaf | undefined): number => leaf?.split?.gain ?? 0;

const bestOf = (leaves: readonly Leaf[]): number =>
  leaves.reduce((best, leaf, at) => (gainOf(leaf) > gainOf(leaves[best]) ? at : best), 0);

/**
 * Grows one tree on `rows` (reordered by it), always cutting the leaf that saves most (as LightGBM
 * does, Ke and others 2017). Slopes are per row of the table: gradient and curvature in logits.
 */
export const growTree = (
  ground: Ground,
  rows: Uint32Array,
  columns: Uint16Array,
  slopes: Slopes,
  rules: TreeRules,
): Tree => {
  const tree: Draft = {
    columns: [],
    cuts: [],
    lefts: [],
    missingLeft: [],
    children: [],
    values: [],
  };
  const spareRows = new Uint32Array(rows.length);
  const work: Work = { ground, rows, columns, slopes, rules, tree, spareRows };
  const all = { from: 0, to: rows.length };
  const leaves = [openLeaf(work, all, sumSlopes(rows, slopes), fill(work, 0, rows.length))];
  while (leaves.length < rules.mostLeaves) {
    const at = bestOf(leaves);
    const leaf = leaves[at] as Leaf;
    if (leaf.split === undefined) break;
    leaves.splice(at, 1, ...cutLeaf(work, leaf, leaf.split));
  }
  for (const { histogram } of leaves) ground.spare.push(histogram);
  return tree;
};
