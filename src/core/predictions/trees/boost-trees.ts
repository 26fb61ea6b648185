import { sigmoid } from '#core/predictions/logit.ts';
import { computeLogLoss } from '#core/predictions/metrics.ts';
import { type Random, sampleIndices } from '#core/seeded-random.ts';
import type { BinnedTable } from './binned-table.ts';
import { type Ground, growTree, type TreeRules } from './grow-tree.ts';
import { startsOf } from './histogram.ts';
import { sumTrees, type Tree } from './tree.ts';

export type BoostRules = TreeRules & {
  readonly mostTrees: number;
  /** Trees without a better loss on the rows aside before it stops. */
  readonly patience: number;
  /** Share of rows and of columns each tree sees. */
  readonly rowShare: number;
  readonly columnShare: number;
};

export type BoostedTrees = {
  /** The logit of the base rate: what is said before the first tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
};

export type Boosting = BoostedTrees & {
  /** Logits of the rows aside, at the best number of trees. */
  readonly aside: Float64Array;
};

const logitOf = (labels: ArrayLike<number>): number => {
  let positives = 0;
  for (let row = 0; row < labels.length; row += 1) positives += labels[row] as number;
  const rate = Math.min(1 - 1e-6, Math.max(1e-6, positives / Math.max(1, labels.length)));
  return Math.log(rate / (1 - rate));
};

/** Gradient and curvature of the log-loss, in logits (Friedman 2001). */
const setSlopes = (
  logits: Float64Array,
  labels: ArrayLike<number>,
  gradients: Float32Array,
  curvatures: Float32Array,
): void => {
  for (let row = 0; row < logits.length; row += 1) {
    const said = sigmoid(logits[row] as number);
    gradients[row] = said - (labels[row] as number);
    curvatures[row] = Math.max(1e-6, said * (1 - said));
  }
};

const lossOf = (logits: Float64Array, labels: ArrayLike<number>): number =>
  computeLogLoss(logits.map(sigmoid), labels);

/**
 * Boosted trees on the log-loss with histograms (Friedman 2001; Chen and Guestrin 2016). With rows
 * aside it stops when their loss stops falling and keeps the best number of trees; without, it grows
 * `mostTrees`. A generator that yields after every tree. Labels are 0 or 1.
 */
export function* boostTrees(
  table: BinnedTable,
  labels: ArrayLike<number>,
  aside: { readonly table: BinnedTable; readonly labels: ArrayLike<number> } | undefined,
  rules: BoostRules,
  random: Random,
): Generator<number, Boosting> {
  const { rows, columns } = table;
  const slopes = { gradients: new Float32Array(rows), curvatures: new Float32Array(rows) };
  const ground: Ground = {
    table,
    starts: startsOf(table),
    room: { gradients: new Float32Array(rows), curvatures: new Float32Array(rows) },
    spare: [],
  };
  const base = logitOf(labels);
  const logits = new Float64Array(rows).fill(base);
  const asideLogits = new Float64Array(aside?.table.rows ?? 0).fill(base);
  let best = {
    trees: 0,
    loss: lossOf(asideLogits, aside?.labels ?? []),
    logits: asideLogits.slice(),
  };
  const trees: Tree[] = [];
  const rowsPerTree = Math.max(1, Math.round(rows * rules.rowShare));
  const columnsPerTree = Math.max(1, Math.ceil(columns.length * rules.columnShare));
  while (trees.length < rules.mostTrees) {
    setSlopes(logits, labels, slopes.gradients, slopes.curvatures);
    const seen = sampleIndices(rows, rowsPerTree, random);
    const offered = Uint16Array.from(sampleIndices(columns.length, columnsPerTree, random));
    const tree = growTree(ground, seen, offered, slopes, rules);
    trees.push(tree);
    add(logits, sumTrees([tree], table));
    yield trees.length;
    if (aside === undefined) continue;
    add(asideLogits, sumTrees([tree], aside.table));
    const loss = lossOf(asideLogits, aside.labels);
    if (loss < best.loss) best = { trees: trees.length, loss, logits: asideLogits.slice() };
    else if (trees.length - best.trees >= rules.patience) break;
  }
  return aside === undefined
    ? { base, trees, aside: asideLogits }
    : { base, trees: trees.slice(0, best.trees), aside: best.logits };
}

const add = (into: Float64Array, what: Float64Array): void => {
  for (let at = 0; at < into.length; at += 1) (into[at] as number) += what[at] as number;
};
