import type { FeatureMatrix } from '#core/predictions/encode-rows.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { textOf } from '#core/predictions/source-column.ts';
import { multiply, nothing } from '#workers/learn/simd/multiply.ts';
import {
  chunkRows,
  type LayerPlan,
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
  /** Where the members' first kernels begin, one after the other. */
  readonly firstKernels: number;
};

const placeBytes = panelColumns * 4;

const firstKernelBytes = ({ width, panels }: Pick<LayerPlan, 'width' | 'panels'>): number =>
  width * panels * placeBytes;

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
  const scaled = Math.ceil((ends + chunkRows * 4) / 16) * 16;
  // One member's kernel is the shared one.
  const isScaled = shape.members > 1;
  const firstKernels = isScaled ? scaled : plan.parameters + plan.layers[0].kernel;
  const bytes = scaled + (isScaled ? shape.members * firstKernelBytes(plan.layers[0]) : 0);
  return { plan, tableBytes, tables, entries, ends, firstKernels, bytes };
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
  if (plan.shape.members > 1) scaleKernels(opened);
  const cells: Cell[] = [];
  placed.others.forEach((place, at) => {
    const column = at % columns;
    cells[place] ??= { row: (at - column) / columns, column };
  });
  writePlaces(opened, network.encode(background), cells, 0);
  // A place in a list counts once.
  for (let entry = laid.entries / 4 + 1; entry < laid.ends / 4; entry += 2) floats[entry] = 1;
  return opened;
};

/** A value: the row and the column it stands in. */
type Cell = { readonly row: number; readonly column: number };

/** Lists the inputs of values that are not zero, each value as a row of its own. */
const listCells = (
  { plan, floats, integers, network }: ColumnTables,
  { values, width }: FeatureMatrix,
  cells: readonly Cell[],
): void => {
  let entry = plan.rowList.entries / 4;
  cells.forEach(({ row, column }, at) => {
    const { from = 0, to = 0 } = network.inputs[column] ?? {};
    for (let input = from; input < to; input += 1) {
      const value = values[row * width + input] as number;
      if (value === 0) continue;
      integers[entry] = input;
      floats[entry + 1] = value;
      entry += 2;
    }
    integers[plan.rowList.ends / 4 + at] = entry * 4;
  });
};

/** Puts what these values add to the first layer of every member at the places from `first` on. */
const writePlaces = (
  tables: ColumnTables,
  matrix: FeatureMatrix,
  cells: readonly Cell[],
  first: number,
): void => {
  const { plan, kernels, network, knownCount } = tables;
  const [layer] = plan.layers;
  const slots = knownCount + network.inputs.length;
  for (let from = 0; from < cells.length; from += chunkRows) {
    const part = cells.slice(from, from + chunkRows);
    listCells(tables, matrix, part);
    const into = tables.tables + (first + from) * placeBytes;
    for (let member = 0; member < plan.shape.members; member += 1)
      multiply(kernels, {
        a: plan.rowList,
        rows: part.length,
        b: {
          at: tables.firstKernels + member * firstKernelBytes(layer),
          row: placeBytes,
          panel: layer.width * placeBytes,
        },
        panels: layer.panels,
        length: layer.width,
        start: nothing,
        out: {
          at: into + member * tables.tableBytes,
          row: placeBytes,
          panel: slots * placeBytes,
        },
        floor: Number.NEGATIVE_INFINITY,
      });
  }
};

/** The first kernel of every member, scaled by the member's own numbers. */
const scaleKernels = ({ plan, kernels, firstKernels }: ColumnTables): void => {
  const [layer] = plan.layers;
  const shared = plan.parameters + layer.kernel;
  for (let member = 0; member < plan.shape.members; member += 1) {
    const scales = plan.parameters + plan.scales + member * plan.inputWidth * 4;
    const into = firstKernels + member * firstKernelBytes(layer);
    kernels.scaleRows(shared, scales, layer.width, layer.panels, into);
  }
};

/** The places of a customer's values; those no background row has are written to the columns' own places. */
export const placeCustomer = (
  tables: ColumnTables,
  customer: SourceRow,
  matrix: FeatureMatrix,
  row: number,
): Int32Array => {
  const { known, knownCount } = tables;
  const cells = known.map((_, column) => ({ row, column }));
  writePlaces(tables, matrix, cells, knownCount);
  return Int32Array.from(
    known,
    (places, column) => places.get(textOf(customer[column])) ?? knownCount + column,
  );
};
