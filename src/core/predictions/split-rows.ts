import type { Random } from '#core/seeded-random.ts';

/** Shuffles in place (Fisher and Yates, in Durstenfeld's form). */
export const shuffle = (rows: Uint32Array, random: Random): Uint32Array => {
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = rows[last] ?? 0;
    rows[last] = rows[other] ?? 0;
    rows[other] = kept;
  }
  return rows;
};

export type Split = {
  /** Rows to learn from, in the order given. */
  readonly rest: Uint32Array;
  /** Rows set aside, in the order given. */
  readonly aside: Uint32Array;
};

/**
 * Sets a share of the rows aside so that both answers keep their proportion. `labels` has one entry
 * per row of the table: 0 or 1. Every answer with at least two rows is on both sides.
 */
export const splitRows = (
  rows: Uint32Array,
  labels: Int8Array,
  share: number,
  random: Random,
): Split => {
  const isAside = new Uint8Array(labels.length);
  for (const answer of [0, 1]) {
    const members = shuffle(
      rows.filter((row) => labels[row] === answer),
      random,
    );
    const wanted = Math.max(1, Math.round(members.length * share));
    const count = Math.min(wanted, Math.max(0, members.length - 1));
    for (const row of members.subarray(0, count)) isAside[row] = 1;
  }
  return {
    rest: rows.filter((row) => isAside[row] === 0),
    aside: rows.filter((row) => isAside[row] === 1),
  };
};
