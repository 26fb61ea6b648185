import { encodeRows } from '#core/predictions/encode-rows.ts';
import { widthOf } from '#core/predictions/fit-recipe.ts';
import type { Ensemble, NetworkBody, TreesBody } from '#core/predictions/model-body.ts';
import type { ModelKind } from '#core/predictions/model-version.ts';
import { type Linear, linearParts } from '#core/predictions/reasons/linear-parts.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import { encodeRichRows, widthOfRich } from '#core/predictions/rich-recipe.ts';
import { shuffle } from '#core/predictions/split-rows.ts';
import { openTreesGround, type TreesGround } from '#core/predictions/trees/attribute-trees.ts';
import { binRows } from '#core/predictions/trees/bin-rows.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { packParameters } from '#workers/learn/parameters.ts';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { type ColumnTables, type ExplainedNetwork, openColumnTables } from './column-tables.ts';
import { foretellWalks } from './foretell-walks.ts';
import { sumMembers } from './sum-members.ts';
import { logitsOfPlaces } from './walk-network.ts';

/** One member of a model with what it weighs in the sum of logits. */
type Member<Body> = Body & { readonly scale: number };

/**
 * A model over its background, member by member: what it says is a weighted sum of their logits, so that
 * their reasons add up with the same weights.
 */
export type Ground = {
  readonly names: readonly string[];
  readonly backgrounds: number;
  /** An order of the columns for every background row. */
  readonly orders: readonly Uint16Array[];
  readonly bias: number;
  /** The mean logit of the background. */
  readonly base: number;
  readonly linear?: Member<{ readonly model: Linear; readonly others: Float64Array }>;
  readonly trees?: Member<{ readonly body: TreesBody; readonly ground: TreesGround }>;
  readonly network?: Member<{
    readonly tables: ColumnTables;
    /** Logits of the background rows. */
    readonly ofOthers: Float64Array;
    /** Background rows that are walked from. */
    readonly walked: Uint32Array;
    /** Foretold contributions against every background row, up to a constant (foretell-walks.ts). */
    readonly foretold: Float64Array;
    readonly edge: number;
  }>;
};

/** Rows of a network a customer may cost, times the members that compute each. */
const walkBudget = 9_000;
const mostWalked = 100;
const fewestWalked = 16;

/** Evenly over the background, which lies in the order of its scores. */
const chooseWalked = (backgrounds: number, columns: number, members: number): Uint32Array => {
  const afford = Math.floor(walkBudget / members / (2 * Math.max(1, columns - 1)));
  const count = Math.min(backgrounds, Math.max(fewestWalked, Math.min(mostWalked, afford)));
  return Uint32Array.from({ length: count }, (_, at) =>
    Math.floor(((at + 0.5) * backgrounds) / count),
  );
};

const inputsOf = (
  names: readonly string[],
  columns: readonly { readonly name: string; readonly width: number }[],
): ExplainedNetwork['inputs'] => {
  const found = new Map<string, { from: number; to: number }>();
  let from = 0;
  for (const { name, width } of columns) {
    found.set(name, { from, to: from + width });
    from += width;
  }
  return names.map((name) => found.get(name) ?? { from: 0, to: 0 });
};

const openNetwork = (
  network: ExplainedNetwork,
  background: readonly SourceRow[],
  edge: number,
  scale: number,
): NonNullable<Ground['network']> => {
  const tables = openColumnTables(network, background);
  const { members } = network.shape;
  const walked = chooseWalked(background.length, network.inputs.length, members);
  const ofOthers = logitsOfPlaces(tables, tables.others, background.length, edge);
  const foretold = foretellWalks(tables, edge).map((effect) => effect * scale);
  return { tables, walked, ofOthers, foretold, edge, scale };
};

const openNetworkMember = (
  { recipe, hidden, members, parameters }: NetworkBody,
  names: readonly string[],
): ExplainedNetwork => {
  const [lowest = 1, ...above] = hidden;
  const columns = recipe.columns.map((column) => ({
    name: column.name,
    width: widthOfRich(column),
  }));
  return {
    shape: { inputs: recipe.width, hidden: [lowest, ...above], members },
    parameters: Float32Array.from(parameters),
    inputs: inputsOf(names, columns),
    encode: (rows) => {
      const { find, places } = tableOf(names, rows);
      return encodeRichRows(recipe, find, places);
    },
  };
};

const openReference = (
  { recipe, parameters }: FinalModel,
  names: readonly string[],
): ExplainedNetwork => {
  const [lowest = 1, ...above] = parameters
    .slice(0, -2)
    .flatMap(({ shape }) => (shape.length === 2 ? [shape[1] ?? 1] : []));
  const hidden: NetworkShape['hidden'] = [lowest, ...above];
  const columns = recipe.columns.map((column) => ({ name: column.name, width: widthOf(column) }));
  return {
    shape: { inputs: recipe.width, hidden, members: 1 },
    parameters: packParameters(parameters),
    inputs: inputsOf(names, columns),
    encode: (rows) => {
      const { find, places } = tableOf(names, rows);
      return encodeRows(recipe, find, places);
    },
  };
};

const openTrees = (
  body: TreesBody,
  names: readonly string[],
  background: readonly SourceRow[],
  scale: number,
): NonNullable<Ground['trees']> => {
  const { find, places } = tableOf(names, background);
  const binned = binRows(body.fields, find, places);
  const columnOf = body.fields.map(({ name }) => names.indexOf(name));
  return { body, ground: openTreesGround(body.trees, binned, columnOf, names.length), scale };
};

/** As the ensemble's members keep their probabilities away from 0 and 1. */
const edges = { logistic: 1e-7, network: 1e-6, reference: 1e-7 };
const limitOf = (edge: number): number => Math.log((1 - edge) / edge);

const openLinear = (model: Linear, background: readonly SourceRow[], scale: number) => ({
  model,
  others: linearParts(model, background),
  scale,
});

type Members = Pick<Ground, 'bias' | 'linear' | 'trees' | 'network'>;
type Over = { readonly names: readonly string[]; readonly background: readonly SourceRow[] };

const openSingle = (kind: ModelKind, final: FinalModel, { names, background }: Over): Members => {
  if (kind === 'reference') {
    const network = openReference(final, names);
    return { bias: 0, network: openNetwork(network, background, edges.reference, 1) };
  }
  const [kernel, bias] = final.parameters;
  const model = {
    recipe: final.recipe,
    weights: kernel?.values ?? [],
    bias: bias?.values[0] ?? 0,
    limit: Number.POSITIVE_INFINITY,
  };
  return { bias: 0, linear: openLinear(model, background, 1) };
};

const openEnsemble = (
  { logistic, trees, network, stack }: Ensemble,
  { names, background }: Over,
): Members => {
  const [ofLogistic = 0, ofTrees = 0, ofNetwork = 0] = stack.weights;
  const { weights, bias } = logistic;
  const model = { recipe: logistic, weights, bias, limit: limitOf(edges.logistic) };
  const deep = network && ofNetwork > 0 ? openNetworkMember(network, names) : undefined;
  return {
    bias: stack.bias,
    ...(ofLogistic > 0 && { linear: openLinear(model, background, ofLogistic) }),
    ...(ofTrees > 0 && { trees: openTrees(trees, names, background, ofTrees) }),
    ...(deep && { network: openNetwork(deep, background, edges.network, ofNetwork) }),
  };
};

const meanLogit = (members: Members, { names, background }: Over): number => {
  const { network, linear } = members;
  const ofNetwork = network?.ofOthers.map((logit) => logit * network.scale) ?? [];
  const parts = linear?.others ?? new Float64Array();
  const said = sumMembers({ ...members, names }, background, parts, ofNetwork);
  return said.reduce((sum, logit) => sum + logit, 0) / Math.max(1, said.length);
};

/** Opens a model over its background; `seed` draws the orders. Networks need our kernels. */
export const openGround = (
  kind: ModelKind,
  final: FinalModel,
  over: Over,
  seed: number,
): Ground => {
  const { names, background } = over;
  const random = seededRandom(seed);
  const columns = Uint32Array.from(names, (_, column) => column);
  const orders = background.map(() => Uint16Array.from(shuffle(columns.slice(), random)));
  const members =
    final.ensemble === undefined
      ? openSingle(kind, final, over)
      : openEnsemble(final.ensemble, over);
  const base = meanLogit(members, over);
  return { ...members, names, backgrounds: background.length, orders, base };
};
