import type { FeatureMatrix } from '#core/predictions/encode-rows.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { textOf } from '#core/predictions/source-column.ts';
import {
  chunkRows,
  type NetworkPlan,
  type NetworkShape,
  panelColumns,
  planNetwork,
} from '#workers/learn/simd/network-plan.ts';
import { type Kernels, openKernels } from '#workers/learn/simd/open-kernels.ts';
import { writePacked } from '#workers/learn/simd/pack-network.ts';

/** A network and how the explained columns become its inputs. */
export type ExplainedNetwork = {
  readonly shape: NetworkShape;
  /** In the order of countParameters. */
  readonly parameters: Float32Array;
  /** Each column's first input and the one behind its last; equal where the network lacks the column. */
  readonly inputs: readonly { readonly from: number; readonly to: number }[];
  readonly encode: (rows: readonly SourceRow[]) => FeatureMatrix;
};

type Placed = {
  /** The place of each value the background has in a column. */
  readonly known: readonly ReadonlyMap<string | null, number>[];
  readonly knownCount: number;
  /** `others[background × columns + column]`: the place of the background's value. */
  readonly others: Int32Array;
};

/**
 * A network over memory in which the product of a value's inputs and the first kernel is looked up: a row is
 * a list of places, whoever its values come from. Places below `knownCount` are those of the background's
 * values; after them comes one per column for a customer's own.
 */
export type ColumnTables = Placed & {
  readonly network: ExplainedNetwork;
  readonly plan: NetworkPlan;
  readonly kernels: Kernels;
  readonly floats: Float32Array<ArrayBuffer>;
  readonly integers: Int32Array<ArrayBuffer>;
  /** Addresses: the members' tables one after the other, and the lists of places of a chunk of rows. */
  readonly tables: number;
  readonly tableBytes: number;
  readonly entries: number;
  readonly ends: number;
};

const placeBytes = panelColumns * 4;

const placeValues = (rows: readonly SourceRow[], columns: number): Placed => {
  const known = Array.from({ length: columns }, () => new Map<string | null, number>());
  const others = new Int32Array(rows.length * columns);
  let knownCount = 0;
  rows.forEach((row, at) => {
    known.forEach((places, column) => {
      const text = textOf(row[column]);
      const place = places.get(text) ?? knownCount;
      if (place === knownCount) {
        places.set(text, place);
        knownCount += 1;
      }
      others[at * columns + column] = place;
    });
  });
  return { known, knownCount, others };
};

const layOut = ({ shape, inputs }: ExplainedNetwork, knownCount: number) => {
  const plan = planNetwork(shape);
  const tableBytes = plan.layers[0].panels * (knownCount + inputs.length) * placeBytes;
  const tables = Math.ceil(plan.bytes / 16) * 16;
  const entries = tables + shape.members * tableBytes;
  const ends = entries + chunkRows * inputs.length * 8;
  return { plan, tableBytes, tables, entries, ends, bytes: ends + chunkRows * 4 };
};

/** Opens the tables for these background rows. Throws without SIMD: ask hasKernels first. */
export const openColumnTables = (
  network: ExplainedNetwork,
  background: readonly SourceRow[],
): ColumnTables => {
  const columns = network.inputs.length;
  const placed = placeValues(background, columns);
  const { bytes, ...laid } = layOut(network, placed.knownCount);
  const { kernels, buffer } = openKernels(bytes);
  const floats = new Float32Array(buffer);
  const integers = new Int32Array(buffer);
  const { plan } = laid;
  const from = plan.parameters / 4;
  writePacked(plan, floats.subarray(from, from + plan.size / 4), network.parameters);
  const opened = { ...placed, ...laid, network, kernels, floats, integers };
  const matrix = network.encode(background);
  const written = new Set<number>();
  placed.others.forEach((place, at) => {
    if (written.has(place)) return;
    written.add(place);
    const column = at % columns;
    writePlace(opened, matrix, (at - column) / columns, column, place);
  });
  // A place in a list counts once.
  for (let entry = laid.entries / 4 + 1; entry < laid.ends / 4; entry += 2) floats[entry] = 1;
  return opened;
};

/** Puts what a row's value of a column adds to the first layer of every member at a place. */
const writePlace = (
  { network, plan, floats, tables, tableBytes, knownCount }: ColumnTables,
  { values, width }: FeatureMatrix,
  row: number,
  column: number,
  place: number,
): void => {
  const { members } = network.shape;
  const [layer] = plan.layers;
  const { from, to } = network.inputs[column] ?? { from: 0, to: 0 };
  const kernel = (plan.parameters + layer.kernel) / 4;
  const panelStep = (knownCount + network.inputs.length) * panelColumns;
  for (let member = 0; member < members; member += 1) {
    const scales = (plan.parameters + plan.scales) / 4 + member * plan.inputWidth;
    const start = (tables + member * tableBytes) / 4 + place * panelColumns;
    for (let panel = 0; panel < layer.panels; panel += 1) {
      const into = start + panel * panelStep;
      floats.fill(0, into, into + panelColumns);
      for (let input = from; input < to; input += 1) {
        const value = values[row * width + input] as number;
        if (value === 0) continue;
        const factor = members > 1 ? value * (floats[scales + input] as number) : value;
        const weights = kernel + (panel * layer.width + input) * panelColumns;
        for (let at = 0; at < panelColumns; at += 1)
          (floats[into + at] as number) += factor * (floats[weights + at] as number);
      }
    }
  }
};

/** The places of a customer's values; those no background row has are written to the columns' own places. */
export const placeCustomer = (
  tables: ColumnTables,
  customer: SourceRow,
  matrix: FeatureMatrix,
  row: number,
): Int32Array =>
  Int32Array.from(tables.known, (places, column) => {
    const known = places.get(textOf(customer[column]));
    if (known !== undefined) return known;
    const own = tables.knownCount + column;
    writePlace(tables, matrix, row, column, own);
    return own;
  });
