import { describe, expect, test } from 'vitest';
import { normalFrom, type Random, seededRandom } from '#core/seeded-random.ts';
import { chooseCount, judgeCount, triedCounts } from '#core/segments/choose-count.ts';
import { scaleColumns } from '#core/segments/scale-columns.ts';
import { measureCounts } from './measure-counts.ts';

const turns = { stopped: async () => false, onFraction: () => undefined };

const tableOf = (rows: number, seed: number, makeRow: (random: Random) => readonly number[]) => {
  const random = seededRandom(seed);
  const made = Array.from({ length: rows }, () => makeRow(random));
  const columns = (made[0] ?? []).map((_, place) => ({
    name: String(place),
    log: false,
    values: Float64Array.from(made, (row) => row[place] ?? 0),
  }));
  return scaleColumns(columns, 'standard').matrix;
};

const judge = async (makeRow: (random: Random) => readonly number[], seed: number) => {
  const counts = await measureCounts(tableOf(400, seed, makeRow), triedCounts, seed, turns);
  const chosen = chooseCount(counts ?? []);
  if (chosen === undefined) throw new Error('nothing was measured');
  return { k: chosen.k, verdict: judgeCount(chosen) };
};

/** Customers around centres four deviations apart. */
const around = (centres: readonly (readonly number[])[]) => (random: Random) =>
  (centres[Math.floor(random() * centres.length)] ?? []).map((at) => at + normalFrom(random));

describe('made tables', () => {
  test.each([
    ['a single heap', (random: Random) => [normalFrom(random), normalFrom(random)]],
    ['a full square', (random: Random) => [random(), random()]],
    ['one full column', (random: Random) => [random()]],
    ['long tails', (random: Random) => [1, 2].map(() => Math.exp(normalFrom(random)))],
  ])('%s is never called natural', async (_name, makeRow) => {
    for (const seed of [1, 2, 3]) expect((await judge(makeRow, seed)).verdict).not.toBe('natural');
  });

  test.each([
    [
      3,
      [
        [0, 0],
        [4, 0],
        [2, 3.5],
      ],
    ],
    [
      4,
      [
        [0, 0, 0],
        [4, 0, 0],
        [0, 4, 0],
        [0, 0, 4],
      ],
    ],
    [
      5,
      [
        [0, 0, 0],
        [4, 0, 0],
        [0, 4, 0],
        [0, 0, 4],
        [4, 4, 4],
      ],
    ],
  ])('%i groups with gaps between them are found and called natural', async (k, centres) => {
    for (const seed of [1, 2, 3])
      expect(await judge(around(centres), seed)).toEqual({ k, verdict: 'natural' });
  });
});

test('the same seed measures the same', async () => {
  const matrix = tableOf(200, 5, (random) => [random(), random()]);
  const first = await measureCounts(matrix, [3, 4], 9, turns);
  expect(await measureCounts(matrix, [3, 4], 9, turns)).toEqual(first);
});

test('a cancel is heard', async () => {
  const matrix = tableOf(200, 5, (random) => [random(), random()]);
  const stopped = async () => true;
  expect(await measureCounts(matrix, triedCounts, 1, { ...turns, stopped })).toBeUndefined();
});
