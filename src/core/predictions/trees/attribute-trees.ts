import type { BinnedTable } from './binned-table.ts';
import { type LeafPath, listLeafPaths, passedBits } from './leaf-paths.ts';
import { codesByRow, type Tree } from './tree.ts';

/** Trees with the background their reasons are against. */
export type TreesGround = {
  readonly leaves: readonly (LeafPath & {
    /** The explained column of each field of the leaf. */
    readonly columns: readonly number[];
    /** What each background row passes, as bits. */
    readonly passed: Uint32Array;
  })[];
  readonly backgrounds: number;
  /** Explained columns. */
  readonly columns: number;
};

/** Opens trees over a background; `columnOf[field]` is the explained column of a field. */
export const openTreesGround = (
  trees: readonly Tree[],
  background: BinnedTable,
  columnOf: readonly number[],
  columns: number,
): TreesGround => {
  const codes = codesByRow(background);
  const width = background.columns.length;
  const leaves = trees.flatMap(listLeafPaths).map((leaf) => {
    const passed = new Uint32Array(background.rows);
    for (let row = 0; row < passed.length; row += 1)
      passed[row] = passedBits(leaf, codes, row * width);
    return { ...leaf, columns: leaf.fields.map((field) => columnOf[field] ?? 0), passed };
  });
  return { leaves, backgrounds: background.rows, columns };
};

const countBits = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** More fields than a leaf of fifteen leaves can have. */
const mostFields = 32;

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** `ups[p × mostFields + q]` is (p−1)! q! / (p+q)!, the Shapley value of one of p against q. */
const ups = Float64Array.from({ length: mostFields * mostFields }, (_, at) => {
  const p = Math.floor(at / mostFields);
  const q = at % mostFields;
  return p === 0 ? 0 : (factorial(p - 1) * factorial(q)) / factorial(p + q);
});

/** What a leaf adds where a customer passes `bits` of its fields, for every background row at once. */
type Effects = { count: number; readonly at: Uint32Array; readonly add: Float64Array };

/**
 * A row made of the customer in the columns S and of a background row elsewhere comes to the leaf when S
 * holds the fields only the customer passes (p) and none that only the other passes (q). The Shapley
 * values of that game: (p−1)! q! / (p+q)! for each of the former, −p! (q−1)! / (p+q)! for the latter
 * (Lundberg and others 2020, interventional TreeSHAP, by leaf).
 */
const findEffects = (
  { leaves, columns: width, backgrounds }: TreesGround,
  place: number,
  bits: number,
  scale: number,
  into: Effects,
): void => {
  const { columns, value, passed } = leaves[place] as TreesGround['leaves'][number];
  const fields = columns.length;
  const lacking = ((1 << fields) - 1) & ~bits;
  const q = countBits(lacking);
  into.count = 0;
  for (let row = 0; row < backgrounds; row += 1) {
    const others = passed[row] as number;
    if ((others & lacking) !== lacking) continue;
    const only = bits & ~others;
    const p = countBits(only);
    if (p + q === 0) continue;
    const up = scale * value * (ups[p * mostFields + q] as number);
    const down = scale * value * (ups[q * mostFields + p] as number);
    for (let at = 0; at < fields; at += 1) {
      const bit = 1 << at;
      if (((only | lacking) & bit) === 0) continue;
      into.at[into.count] = row * width + (columns[at] as number);
      into.add[into.count] = only & bit ? up : -down;
      into.count += 1;
    }
  }
};

/**
 * Adds the exact Shapley values of the trees, times `scale`, to
 * `added[(customer × backgrounds + background) × columns + column]`, in logits. Customers who pass the
 * same fields of a leaf share its effects: many at once cost little more than a few.
 */
export const attributeTrees = (
  ground: TreesGround,
  customers: BinnedTable,
  scale: number,
  added: Float64Array,
): void => {
  const { leaves, backgrounds, columns } = ground;
  const codes = codesByRow(customers);
  const width = customers.columns.length;
  const most = Math.max(0, ...leaves.map(({ fields }) => fields.length)) * backgrounds;
  const effects: Effects = { count: 0, at: new Uint32Array(most), add: new Float64Array(most) };
  const bitsOf = new Uint32Array(customers.rows);
  for (let leaf = 0; leaf < leaves.length; leaf += 1) {
    const path = leaves[leaf] as TreesGround['leaves'][number];
    const kinds = new Set<number>();
    for (let row = 0; row < customers.rows; row += 1) {
      const bits = passedBits(path, codes, row * width);
      bitsOf[row] = bits;
      kinds.add(bits);
    }
    for (const bits of kinds) {
      findEffects(ground, leaf, bits, scale, effects);
      if (effects.count === 0) continue;
      for (let row = 0; row < customers.rows; row += 1)
        if (bitsOf[row] === bits) addEffects(effects, added, row * backgrounds * columns);
    }
  }
};

const addEffects = ({ count, at, add }: Effects, added: Float64Array, start: number): void => {
  for (let entry = 0; entry < count; entry += 1)
    (added[start + (at[entry] as number)] as number) += add[entry] as number;
};
