import { attributeLinear } from '#core/predictions/reasons/attribute-linear.ts';
import type { Attribution } from '#core/predictions/reasons/contribution.ts';
import { joinAttributions } from '#core/predictions/reasons/join-attributions.ts';
import { linearParts } from '#core/predictions/reasons/linear-parts.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import { readPlaces, walkPlaces } from '#core/predictions/reasons/walk-places.ts';
import { attributeTrees } from '#core/predictions/trees/attribute-trees.ts';
import { binRows } from '#core/predictions/trees/bin-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { placeCustomer } from './column-tables.ts';
import type { Ground } from './open-ground.ts';
import { sumMembers } from './sum-members.ts';
import { logitsOfPlaces } from './walk-network.ts';

export type Attributed = {
  readonly attribution: Attribution;
  /** Rows a network was asked about. */
  readonly rows: number;
};

/** Walks one customer through the network. */
const walkOne = (
  network: NonNullable<Ground['network']>,
  orders: Ground['orders'],
  own: Int32Array,
) => {
  const { tables, walked, ofOthers, edge, scale } = network;
  const columns = own.length;
  const walks = walkPlaces(own, { others: tables.others, walked, orders });
  const logits = logitsOfPlaces(tables, walks.rows, walks.count, edge);
  const added = new Float64Array(walked.length * columns);
  readPlaces(walks, logits, ofOthers, columns, scale, added);
  return { added, logit: logits[0] ?? 0, rows: walks.count };
};

const none = new Uint32Array();
const nothing = new Float64Array();

/** What is exact, against every background row: `exact[(row × backgrounds + background) × columns + column]`. */
const attributeExactly = (
  { names, backgrounds, orders, linear, trees }: Ground,
  rows: readonly SourceRow[],
  parts: Float64Array,
): Float64Array => {
  const columns = names.length;
  const size = backgrounds * columns;
  const exact = new Float64Array(rows.length * size);
  const { find, places } = tableOf(names, rows);
  if (trees !== undefined)
    attributeTrees(trees.ground, binRows(trees.body.fields, find, places), trees.scale, exact);
  if (linear !== undefined)
    rows.forEach((_, row) => {
      const own = parts.subarray(row * columns, row * columns + columns);
      const against = { others: linear.others, orders };
      const into = exact.subarray(row * size, row * size + size);
      attributeLinear(linear.model, own, against, linear.scale, into);
    });
  return exact;
};

const notWalked = { added: nothing, logit: 0, rows: 0 };

/** Walks through the network, one customer after the other; undefined when cancelled. */
const walkAll = async (
  { network, orders }: Ground,
  rows: readonly SourceRow[],
  turns: Turns,
): Promise<readonly ReturnType<typeof walkOne>[] | undefined> => {
  if (network === undefined) return rows.map(() => notWalked);
  const matrix = network.tables.network.encode(rows);
  const walks: ReturnType<typeof walkOne>[] = [];
  for (const [row, customer] of rows.entries()) {
    walks.push(walkOne(network, orders, placeCustomer(network.tables, customer, matrix, row)));
    if (turns.due() && (await turns.take())) return undefined;
  }
  return walks;
};

/**
 * Reasons of a block of rows, in logits: exact for the simple model and the trees, by walks for a network.
 * Undefined when cancelled.
 */
export const attributeRows = async (
  ground: Ground,
  rows: readonly SourceRow[],
  turns: Turns,
): Promise<readonly Attributed[] | undefined> => {
  const { names, backgrounds, base, linear, network } = ground;
  const columns = names.length;
  const size = backgrounds * columns;
  const parts = linear === undefined ? nothing : linearParts(linear.model, rows);
  const exact = attributeExactly(ground, rows, parts);
  if (turns.due() && (await turns.take())) return undefined;
  const walked = await walkAll(ground, rows, turns);
  if (walked === undefined) return undefined;

  const scaled = walked.map(({ logit }) => logit * (network?.scale ?? 0));
  const said = sumMembers(ground, rows, parts, scaled);
  return walked.map((walk, row) => ({
    attribution: joinAttributions({
      columns,
      exact: exact.subarray(row * size, row * size + size),
      walked: walk.added,
      rows: network?.walked ?? none,
      foretold: network?.foretold ?? nothing,
      said: said[row] ?? 0,
      base,
    }),
    rows: walk.rows + backgrounds,
  }));
};
