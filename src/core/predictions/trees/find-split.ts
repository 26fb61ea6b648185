import type { BinnedColumn, BinnedTable } from './binned-table.ts';
import { perBin } from './histogram.ts';

/**
 * How a leaf is cut in two. A code goes left when it is below `cut` (0, what is missing, as
 * `missingLeft` says), or, for a choice, when `lefts` lists it.
 */
export type Split = {
  readonly column: number;
  /** Twice the loss the cut saves. */
  readonly gain: number;
  readonly cut: number;
  readonly lefts: readonly number[] | null;
  readonly missingLeft: boolean;
};

export type SplitRules = {
  /** Added to curvatures: it draws leaves towards 0. */
  readonly ridge: number;
  /** A leaf never holds fewer. */
  readonly fewestRows: number;
};

/** Sums over the rows of a leaf. */
export type Sums = { readonly gradient: number; readonly curvature: number; readonly rows: number };

/** Choices are sorted by their own slopes before they are cut: that fits chance, so more holds it back. */
const choiceRidge = 10;
const fewestCurvature = 1e-3;
const nothing: Sums = { gradient: 0, curvature: 0, rows: 0 };

/** Twice the loss a leaf saves (Chen and Guestrin 2016, equation 6). */
const savedBy = (gradient: number, curvature: number, ridge: number): number =>
  (gradient * gradient) / (curvature + ridge);

const sumsAt = (histogram: Float64Array, bin: number): Sums => ({
  gradient: histogram[bin] as number,
  curvature: histogram[bin + 1] as number,
  rows: histogram[bin + 2] as number,
});

/** The codes found in a leaf, in the order they may be cut in; "missing" only where it is a choice. */
const orderOf = (
  { bins, isChoice }: BinnedColumn,
  histogram: Float64Array,
  start: number,
): number[] => {
  const order: number[] = [];
  for (let code = isChoice ? 0 : 1; code < bins; code += 1)
    if ((histogram[start + code * perBin + 2] as number) > 0.5) order.push(code);
  if (!isChoice) return order;
  const slope = (code: number) => {
    const { gradient, curvature } = sumsAt(histogram, start + code * perBin);
    return gradient / (curvature + choiceRidge);
  };
  return order.sort((a, b) => slope(a) - slope(b) || a - b);
};

type Scan = { readonly gain: number; readonly upTo: number };
const noScan: Scan = { gain: 0, upTo: 0 };

/** The best number of codes to send left, `before` being there already. */
const scan = (
  histogram: Float64Array,
  start: number,
  order: readonly number[],
  before: Sums,
  total: Sums,
  { ridge, fewestRows }: SplitRules,
): Scan => {
  let { gradient, curvature, rows } = before;
  const whole = savedBy(total.gradient, total.curvature, ridge);
  let best = 0;
  let upTo = 0;
  for (let at = 0; at < order.length; at += 1) {
    const curvatureRight = total.curvature - curvature;
    if (total.rows - rows < fewestRows || curvatureRight < fewestCurvature) break;
    if (rows >= fewestRows && curvature >= fewestCurvature) {
      const right = savedBy(total.gradient - gradient, curvatureRight, ridge);
      const gain = savedBy(gradient, curvature, ridge) + right - whole;
      if (gain > best) {
        best = gain;
        upTo = at;
      }
    }
    const bin = start + (order[at] as number) * perBin;
    gradient += histogram[bin] as number;
    curvature += histogram[bin + 1] as number;
    rows += histogram[bin + 2] as number;
  }
  return best > 0 ? { gain: best, upTo } : noScan;
};

const rowsOf = (histogram: Float64Array, start: number, codes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + (histogram[start + code * perBin + 2] as number), 0);

/** Choices that go left; those not met in this leaf go where most rows go. */
const leftChoices = (
  bins: number,
  order: readonly number[],
  upTo: number,
  histogram: Float64Array,
  start: number,
  rows: number,
): number[] => {
  const lefts = order.slice(0, upTo);
  if (rowsOf(histogram, start, lefts) * 2 <= rows) return lefts;
  const rights = new Set(order.slice(upTo));
  return Array.from({ length: bins }, (_, code) => code).filter((code) => !rights.has(code));
};

/** The best cut of one column; its gain is 0 when there is none. */
const splitColumn = (
  column: number,
  binned: BinnedColumn,
  histogram: Float64Array,
  start: number,
  total: Sums,
  rules: SplitRules,
): Split => {
  const order = orderOf(binned, histogram, start);
  if (binned.isChoice) {
    const ridge = rules.ridge + (order.length > 2 ? choiceRidge : 0);
    const { gain, upTo } = scan(histogram, start, order, nothing, total, { ...rules, ridge });
    const lefts = leftChoices(binned.bins, order, upTo, histogram, start, total.rows);
    return { column, gain, cut: 0, lefts, missingLeft: lefts.includes(0) };
  }
  const missing = sumsAt(histogram, start);
  const right = scan(histogram, start, order, nothing, total, rules);
  const left = missing.rows > 0.5 ? scan(histogram, start, order, missing, total, rules) : noScan;
  const best = left.gain > right.gain ? left : right;
  const missingLeft =
    missing.rows > 0.5
      ? best === left
      : rowsOf(histogram, start, order.slice(0, best.upTo)) * 2 > total.rows;
  return { column, gain: best.gain, cut: order[best.upTo] ?? 0, lefts: null, missingLeft };
};

/** The cut that saves most among these columns; undefined when none saves anything. */
export const findSplit = (
  table: BinnedTable,
  histogram: Float64Array,
  starts: Uint32Array,
  columns: Uint16Array,
  total: Sums,
  rules: SplitRules,
): Split | undefined => {
  let best: Split | undefined;
  for (const column of columns) {
    const binned = table.columns[column] as BinnedColumn;
    const split = splitColumn(column, binned, histogram, starts[column] as number, total, rules);
    if (split.gain > (best?.gain ?? 0)) best = split;
  }
  return best;
};
