import type { Segment, SegmentMove } from './segment-run.ts';

/** Customers by old and new segment: one row per old segment, one number per new one. */
export type SharedCustomers = readonly (readonly number[])[];

/** Counts who was in which segment and is in which now; −1 on either side is passed over. */
export const countShared = (
  before: Int32Array,
  now: Int32Array,
  olds: number,
  news: number,
): SharedCustomers => {
  const counts = Array.from({ length: olds }, () => new Array<number>(news).fill(0));
  before.forEach((old, row) => {
    const own = counts[old];
    const fresh = now[row] ?? -1;
    if (own !== undefined && fresh >= 0) own[fresh] = (own[fresh] ?? 0) + 1;
  });
  return counts;
};

/** Who changed from one segment to another of a different id, the largest moves first. */
export const listMoves = (
  shared: SharedCustomers,
  before: readonly Pick<Segment, 'id'>[],
  now: readonly Pick<Segment, 'id'>[],
): SegmentMove[] =>
  shared
    .flatMap((row, from) =>
      row.flatMap((customers, to) =>
        customers > 0 && before[from]?.id !== now[to]?.id ? [{ from, to, customers }] : [],
      ),
    )
    .sort((a, b) => b.customers - a.customers || a.from - b.from || a.to - b.to);
