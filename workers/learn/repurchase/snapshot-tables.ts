import type { LearnContract } from '#contracts/learn.ts';
import { snapshotDays } from '#core/predictions/from-orders/snapshot-days.ts';
import { firstDayOf, makeSnapshotTable } from '#core/predictions/from-orders/snapshot-table.ts';
import { mixSeed, sampleIndices, seededRandom } from '#core/seeded-random.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { addRhythm, type RhythmTable } from './add-rhythm.ts';
import type { Histories } from './read-history.ts';

/** Snapshots of more rows would only take longer: then a drawn part of the customers teaches. */
const mostRows = 24_000;

export type Tables = {
  readonly past: RhythmTable;
  readonly now: RhythmTable;
  readonly days: readonly number[];
};

/** The snapshots to learn from and the rows to score; undefined when cancelled. */
export const makeTables = async (
  { orders, activities, customers }: Histories,
  { horizonDays, seed }: LearnContract['repurchase']['input'],
  day: number,
  turns: Turns,
): Promise<Tables | undefined> => {
  const days = snapshotDays(firstDayOf(orders), day, horizonDays);
  const wanted = Math.floor(mostRows / Math.max(1, days.length));
  const random = seededRandom(mixSeed(seed, 80));
  const drawn = sampleIndices(customers.length, wanted, random).map((at) => customers[at] ?? 0);
  const shortest = days.at(-1) ?? day;
  const past = makeSnapshotTable(orders, drawn, days, shortest, activities);
  if (await turns.take()) return undefined;
  const now = makeSnapshotTable(orders, customers, [day], shortest, activities);
  if (await turns.take()) return undefined;
  const pastRhythm = await addRhythm(past, () => horizonDays, turns);
  const nowRhythm = await addRhythm(now, () => horizonDays, turns);
  return pastRhythm && nowRhythm && { past: pastRhythm, now: nowRhythm, days };
};
