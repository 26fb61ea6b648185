/** A column as small whole numbers: 0 is "missing or never seen", the others ascend with the value. */
export type BinnedColumn = {
  /** One code per row. */
  readonly codes: Uint8Array;
  /** One more than the highest code. */
  readonly bins: number;
  /** Codes that have no order among themselves. */
  readonly isChoice: boolean;
};

/** What trees learn from: columns of codes, all of the same length. */
export type BinnedTable = { readonly rows: number; readonly columns: readonly BinnedColumn[] };

/** Codes fit into a byte, 0 kept for what is missing. More bins than this gain nothing on real tables. */
export const mostBins = 128;

const midpoint = (low: number, high: number): number => {
  const middle = low / 2 + high / 2;
  return middle > low ? middle : high;
};

/**
 * Cuts between the values of a column, ascending, at most `mostBins − 2` of them: between all distinct
 * values when they are few, else so that every bin holds about as many rows. NaN is passed over.
 */
export const fitCuts = (values: Float64Array): number[] => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts: number[] = [];
  const share = sorted.length / (mostBins - 1);
  let due = isFewerThanBins(sorted) ? 0 : share;
  for (let at = 1; at < sorted.length && cuts.length < mostBins - 2; at += 1) {
    const low = sorted[at - 1] as number;
    const high = sorted[at] as number;
    if (low === high || at < due) continue;
    cuts.push(midpoint(low, high));
    if (due > 0) due = Math.max(due + share, at + 1);
  }
  return cuts;
};

const isFewerThanBins = (sorted: Float64Array): boolean => {
  let distinct = 0;
  for (let at = 0; at < sorted.length; at += 1)
    if (at === 0 || sorted[at] !== sorted[at - 1]) distinct += 1;
  return distinct < mostBins;
};

/** 0 for NaN, else one more than the number of cuts below the value. */
export const codeOf = (cuts: readonly number[], value: number): number => {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (cuts[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low + 1;
};
