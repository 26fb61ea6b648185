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

/** Fewer equal rows than this are copies in a table of any size. */
const fewestOrdinary = 10;
const ordinaryShare = 0.02;

/**
 * Rows that stand several times share a number, all others have one of their own. Where more than a
 * fiftieth of all rows are equal they are no copies but ordinary: a table of few answers, or many gaps.
 */
export const groupCopies = (columns: readonly SourceColumn[], rows: Uint32Array): Uint32Array => {
  const groups = groupEqualRows(columns, rows);
  const sizes = new Uint32Array(rows.length);
  for (const group of groups) (sizes[group] as number) += 1;
  const most = Math.max(fewestOrdinary, ordinaryShare * rows.length);
  return groups.map((group, at) => ((sizes[group] as number) > most ? rows.length + at : group));
};

/** How many rows repeat another. */
export const countCopies = (groups: Uint32Array): number => groups.length - new Set(groups).size;

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
