import type { TreesBody } from '#core/predictions/model-body.ts';
import { mostBins } from '#core/predictions/trees/binned-table.ts';
import { type Tree, writeLeftCodes } from '#core/predictions/trees/tree.ts';
import { dense, reshape, type StockLayer } from './layers-model.ts';
import { type CodePart, inputsOfField } from './tree-codes.ts';

/** A leaf and how one comes to it: the nodes passed, and whether to the left. */
type Leaf = {
  readonly value: number;
  readonly path: readonly { readonly node: number; readonly isLeft: boolean }[];
};

const leavesOf = ({ columns, children, values }: Tree): readonly Leaf[] => {
  const found: Leaf[] = [];
  const walk = (node: number, path: Leaf['path']): void => {
    if ((columns[node] ?? -1) < 0) {
      found.push({ value: values[node] ?? 0, path });
      return;
    }
    const left = children[node] ?? 0;
    walk(left, [...path, { node, isLeft: true }]);
    walk(left + 1, [...path, { node, isLeft: false }]);
  };
  walk(0, []);
  return found;
};

/** Far enough from the middle that hardSigmoid (.2 x + .5, held in 0..1) says exactly 0 or 1. */
const sure = 10;

/** The slope of a node over the inputs of its field, and its offset: 1 goes left, 0 right. */
const ruleOf = (tree: Tree, node: number, part: CodePart) => {
  const cut = tree.cuts[node] ?? 0;
  const missingLeft = tree.missingLeft[node] === 1;
  const lefts = tree.lefts[node] ?? null;
  if (part.field.kind !== 'choice')
    // Codes below the cut go left; a missing one is code 0 and is pushed over where it must.
    return { slopes: [-sure, missingLeft ? 0 : -sure * cut], offset: sure * (cut - 0.5) };
  const goesLeft = new Uint8Array(mostBins);
  writeLeftCodes(goesLeft, 0, { cut, lefts, missingLeft });
  const slopes = Array.from(goesLeft.subarray(0, inputsOfField(part.field)), (one) => one * sure);
  return { slopes, offset: -sure / 2 };
};

/** Every node of every tree at once: node `n` of tree `t` is output `n × trees + t`. */
const nodesLayer = (
  trees: readonly Tree[],
  nodes: readonly (readonly number[])[],
  parts: readonly CodePart[],
  width: number,
): StockLayer => {
  const most = Math.max(1, ...nodes.map(({ length }) => length));
  const outputs = most * trees.length;
  const kernel = new Float32Array(width * outputs);
  const bias = new Float32Array(outputs);
  const partOf = new Map(parts.map((part) => [part.column, part]));
  trees.forEach((tree, t) => {
    nodes[t]?.forEach((node, n) => {
      const part = partOf.get(tree.columns[node] ?? -1);
      if (part === undefined) return;
      const { slopes, offset } = ruleOf(tree, node, part);
      const output = n * trees.length + t;
      bias[output] = offset;
      slopes.forEach((slope, at) => {
        kernel[(part.from + at) * outputs + output] = slope;
      });
    });
  });
  return dense('trees-nodes', 'trees-inputs', { kernel, bias, activation: 'hard_sigmoid' });
};

/** Every leaf of every tree: 1 where all turns to it were taken, else 0. A kernel of its own for each tree. */
const leavesLayer = (
  leaves: readonly (readonly Leaf[])[],
  nodes: readonly (readonly number[])[],
): StockLayer => {
  const count = leaves.length;
  const mostNodes = Math.max(1, ...nodes.map(({ length }) => length));
  const mostLeaves = Math.max(1, ...leaves.map(({ length }) => length));
  const kernel = new Float32Array(mostNodes * count * mostLeaves);
  const bias = new Float32Array(count * mostLeaves);
  leaves.forEach((own, t) => {
    own.forEach(({ path }, l) => {
      bias[t * mostLeaves + l] = 1 - path.filter(({ isLeft }) => isLeft).length;
      for (const { node, isLeft } of path) {
        const n = nodes[t]?.indexOf(node) ?? 0;
        kernel[(n * count + t) * mostLeaves + l] = isLeft ? 1 : -1;
      }
    });
  });
  return {
    className: 'DepthwiseConv2D',
    name: 'trees-leaves',
    below: ['trees-by-tree'],
    config: {
      kernel_size: [1, mostNodes],
      depth_multiplier: mostLeaves,
      strides: [1, 1],
      padding: 'valid',
      data_format: 'channels_last',
      activation: 'relu',
      use_bias: true,
    },
    weights: [
      { name: 'depthwise_kernel', shape: [1, mostNodes, count, mostLeaves], values: kernel },
      { name: 'bias', shape: [count * mostLeaves], values: bias },
    ],
  };
};

/** Boosted trees as stock layers, exactly: reads `trees-inputs`, ends in `trees-logit`. */
export const treeLayers = (
  { base, trees }: TreesBody,
  parts: readonly CodePart[],
  width: number,
): readonly StockLayer[] => {
  const leaves = trees.map(leavesOf);
  const nodes = trees.map(({ columns }) =>
    columns.flatMap((column, node) => (column < 0 ? [] : [node])),
  );
  const mostNodes = Math.max(1, ...nodes.map(({ length }) => length));
  const mostLeaves = Math.max(1, ...leaves.map(({ length }) => length));
  const values = new Float32Array(trees.length * mostLeaves);
  leaves.forEach((own, t) => {
    own.forEach(({ value }, l) => {
      values[t * mostLeaves + l] = value;
    });
  });
  return [
    nodesLayer(trees, nodes, parts, width),
    reshape('trees-by-tree', 'trees-nodes', [1, mostNodes, trees.length]),
    leavesLayer(leaves, nodes),
    reshape('trees-all-leaves', 'trees-leaves', [trees.length * mostLeaves]),
    dense('trees-logit', 'trees-all-leaves', { kernel: values, bias: Float32Array.of(base) }),
  ];
};
