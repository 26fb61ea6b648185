import type { Factor } from './multiply.ts';
import type { SimdNetwork } from './simd-network.ts';

/** Above this share of numbers that are not zero, going through all of them is faster. */
const listedShare = 0.5;

/** Kernels take four rows at a time; the last ones may be zeros. */
export const fullRows = (rows: number): number => (rows + 3) & ~3;

/** The rows of the chunk as left factors: as they lie, and turned round (for slopes). */
export type Gathered = {
  readonly count: number;
  readonly rows: Factor;
  readonly columns: Factor;
};

type Wanted = { readonly rows?: Uint32Array; readonly from: number; readonly count: number };

/** Copies rows of the caller's table into the chunk; row `at` of it is row `rows[at]`, or `at` itself. */
const copyRows = (
  { plan, floats }: SimdNetwork,
  values: Float32Array,
  { rows, from, count }: Wanted,
): void => {
  const { inputWidth, shape } = plan;
  let into = plan.inputs / 4;
  for (let at = from; at < from + count; at += 1) {
    const row = (rows === undefined ? at : (rows[at] ?? 0)) * shape.inputs;
    floats.set(values.subarray(row, row + shape.inputs), into);
    into += inputWidth;
  }
  floats.fill(0, into, into + (fullRows(count) - count) * inputWidth);
};

/**
 * Brings rows of the caller's table into the chunk. Choices and bins leave most inputs zero: those are
 * left out of the products then, which changes no number.
 */
export const gatherRows = (
  network: SimdNetwork,
  values: Float32Array,
  wanted: Wanted,
  forSlopes: boolean,
): Gathered => {
  copyRows(network, values, wanted);
  const { kernels, plan } = network;
  const { inputs, inputWidth, rowList, columnList } = plan;
  const { count } = wanted;
  const full = fullRows(count);
  const row = inputWidth * 4;
  const { entries, ends } = rowList;
  const found = kernels.listEntries(inputs, full, row, inputWidth, 4, entries, ends);
  if (found > listedShare * count * plan.shape.inputs)
    return {
      count,
      rows: { at: inputs, row, step: 4 },
      columns: { at: inputs, row: 4, step: row },
    };
  if (forSlopes)
    kernels.listEntries(inputs, inputWidth, 4, count, row, columnList.entries, columnList.ends);
  return { count, rows: rowList, columns: columnList };
};
