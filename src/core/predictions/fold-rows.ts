import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { type SourceColumn, textOf } from './source-column.ts';
import { shuffle } from './split-rows.ts';

/** Rows that are equal in every column share a number. */
export const groupEqualRows = (
  columns: readonly SourceColumn[],
  rows: Uint32Array,
): Uint32Array => {
  const groups = new Map<string, number>();
  return Uint32Array.from(rows, (row) => {
    const key = columns.map(({ values }) => textOf(values[row]) ?? '').join('\u0000');
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  });
};

/**
 * A fold (0 … folds − 1) per row, by seed, both answers in proportion. Rows of one group lie in one
 * fold: a row that stands twice must not be learned from and checked on. `labels` and `groups` are
 * per entry of the answer.
 */
export const foldRows = (
  labels: ArrayLike<number>,
  groups: Uint32Array,
  folds: number,
  seed: number,
): Uint8Array => {
  const membersOf = new Map<number, number[]>();
  groups.forEach((group, at) => {
    const members = membersOf.get(group);
    if (members === undefined) membersOf.set(group, [at]);
    else members.push(at);
  });
  const first = Uint32Array.from(membersOf.values(), (members) => members[0] as number);
  const foldOf = new Uint8Array(groups.length);
  let next = 0;
  for (const answer of [1, 0]) {
    const random = seededRandom(mixSeed(seed, 40 + answer));
    const led = shuffle(
      first.filter((at) => labels[at] === answer),
      random,
    );
    for (const at of led) {
      for (const member of membersOf.get(groups[at] as number) ?? []) foldOf[member] = next % folds;
      next += 1;
    }
  }
  return foldOf;
};
