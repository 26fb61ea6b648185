import type { Rfm } from '#core/customers/rfm.ts';
import type { GridKind } from './grid-kinds.ts';
import { type SegmentName, segmentNames } from './name-segments.ts';

/** Fewer customers with orders than this give thirds: a fifth of few is an accident. */
const quintilesFrom = 500;

const names = segmentNames;

/** First row: bought most lately. First column: least often and least. */
const cells: Readonly<Record<GridKind, readonly (readonly SegmentName[])[]>> = {
  quintile: [
    [names.fresh, names.promising, names.loyal, names.champions, names.champions],
    [names.fresh, names.promising, names.loyal, names.champions, names.champions],
    [names.atRisk, names.atRisk, names.loyal, names.loyal, names.loyal],
    [names.dormant, names.atRisk, names.atRisk, names.slipping, names.slipping],
    [names.dormant, names.dormant, names.atRisk, names.slipping, names.slipping],
  ],
  tercile: [
    [names.fresh, names.promising, names.champions],
    [names.atRisk, names.loyal, names.loyal],
    [names.dormant, names.atRisk, names.slipping],
  ],
};

/** The part 0..parts−1 each value lies in, equal values in the same one, lowest first. */
const partsOf = (values: Float64Array, parts: number): Int32Array => {
  const ascending = values.slice().sort();
  const limits = Array.from(
    { length: parts - 1 },
    (_, at) => ascending[Math.ceil(((at + 1) * ascending.length) / parts) - 1] ?? 0,
  );
  return Int32Array.from(values, (value) => limits.filter((limit) => value > limit).length);
};

const pick = (values: Float64Array, places: readonly number[]) =>
  Float64Array.from(places, (place) => values[place] ?? 0);

/**
 * The RFM grid (Hughes 1994): scores by quintiles, or terciles of fewer than 500 customers who have
 * ordered; frequency and basket count as their mean, rounded up. Who has not ordered is a segment of
 * its own. Answers a label per customer and the name of each label; no label is empty.
 */
export const rfmGrid = (
  rfm: Rfm,
): { kind: GridKind; labels: Int32Array; names: readonly SegmentName[] } => {
  const ordered = [...rfm.frequency.keys()].filter((place) => (rfm.frequency[place] ?? 0) > 0);
  const kind: GridKind = ordered.length < quintilesFrom ? 'tercile' : 'quintile';
  const table = cells[kind];
  const parts = table.length;
  const silence = partsOf(pick(rfm.recencyDays, ordered), parts);
  const often = partsOf(pick(rfm.frequency, ordered), parts);
  const much = partsOf(pick(rfm.basketMinor, ordered), parts);
  const nameAt = new Array<SegmentName>(rfm.frequency.length).fill(names.withoutOrders);
  ordered.forEach((place, at) => {
    const value = Math.ceil(((often[at] ?? 0) + (much[at] ?? 0)) / 2);
    nameAt[place] = table[silence[at] ?? 0]?.[value] ?? names.atRisk;
  });
  const found = [...new Set(nameAt)];
  return { kind, labels: Int32Array.from(nameAt, (name) => found.indexOf(name)), names: found };
};
