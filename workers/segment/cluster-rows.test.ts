import fc from 'fast-check';
import { kmeans } from 'ml-kmeans';
import { describe, expect, test } from 'vitest';
import { mixSeed, normalFrom, seededRandom } from '#core/seeded-random.ts';
import { adjustedRand } from '#core/segments/adjusted-rand.ts';
import { assignRows, chooseStart, countDifferentRows } from '#core/segments/lloyd.ts';
import type { Matrix } from '#core/segments/scale-columns.ts';
import { clusterRows } from './cluster-rows.ts';
import { iterateRows } from './iterate-rows.ts';

const never = async () => false;
const turns = { stopped: never, onFraction: () => undefined };

/** Heaps of customers around seeded centres that overlap a little. */
const heaps = (rows: number, width: number, count: number, seed: number): Matrix => {
  const random = seededRandom(seed);
  const centres = Array.from({ length: count * width }, () => random() * 6);
  const values = Float64Array.from(
    { length: rows * width },
    (_, at) =>
      (centres[(Math.floor(at / width) % count) * width + (at % width)] ?? 0) + normalFrom(random),
  );
  return { rows, width, values };
};

const rowsOf = ({ rows, width, values }: Matrix) =>
  Array.from({ length: rows }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);

const found = async (...asked: Parameters<typeof clusterRows>) => {
  const clusters = await clusterRows(...asked);
  if (!clusters.ok) throw new Error(clusters.refusal.code);
  return clusters.value;
};

describe('the bounded steps', () => {
  test('end where ml-kmeans ends from the same start', async () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const matrix = heaps(400, 1 + (seed % 5), 2 + (seed % 6), seed);
      const k = 2 + (seed % 6);
      const start = chooseStart(matrix, k, seededRandom(seed));
      const { clusters } = kmeans(rowsOf(matrix), k, {
        initialization: rowsOf({ rows: k, width: matrix.width, values: start }),
        maxIterations: 300,
        tolerance: 0,
      });
      const centroids = await iterateRows(matrix, start, never);
      if (centroids === undefined) throw new Error('cancelled');
      expect([...assignRows(matrix, centroids).labels]).toEqual(clusters);
    }
  });

  test('a customer who counts twice counts as two', async () => {
    const matrix = heaps(120, 2, 3, 4);
    const weights = Float64Array.from({ length: 120 }, (_, row) => 1 + (row % 3));
    const repeated = rowsOf(matrix)
      .flatMap((row, at) => Array(weights[at]).fill(row))
      .flat();
    const start = chooseStart(matrix, 3, seededRandom(1), weights);
    const weighted = await iterateRows(matrix, start, never, { weights });
    const values = Float64Array.from(repeated as number[]);
    const plain = await iterateRows({ rows: values.length / 2, width: 2, values }, start, never);
    weighted?.forEach((value, at) => {
      expect(value).toBeCloseTo(plain?.[at] ?? Number.NaN, 10);
    });
  });

  test('one batch or four: the same labels', async () => {
    const matrix = heaps(4_000, 4, 5, 9);
    const start = chooseStart(matrix, 5, seededRandom(2));
    const whole = await iterateRows(matrix, start, never, { stretch: 4_000 });
    const quarters = await iterateRows(matrix, start, never, { stretch: 1_000 });
    expect(quarters).toEqual(whole);
  });

  test('no segment is ever empty while there are k different customers', async () => {
    const cell = fc.integer({ min: -3, max: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(),
        async (rows, k, seed) => {
          const matrix = { rows: rows.length, width: 2, values: Float64Array.from(rows.flat()) };
          fc.pre(countDifferentRows(matrix, k) >= k);
          for (const isPlain of [true, false]) {
            const { assignment } = await found(matrix, k, seed, turns, { isPlain });
            expect(Math.min(...assignment.sizes)).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('ten starts', () => {
  test('the plain engine and the bounded one find the same segments', async () => {
    const matrix = heaps(900, 3, 4, 21);
    const plain = await found(matrix, 4, 3, turns, { isPlain: true });
    const bounded = await found(matrix, 4, 3, turns, { isPlain: false });
    expect(bounded.assignment.inertia).toBeCloseTo(plain.assignment.inertia, 6);
    expect(adjustedRand(bounded.assignment.labels, plain.assignment.labels)).toBe(1);
  });

  test('the same seed gives the same labels, three seeds give the same segments', async () => {
    const matrix = heaps(3_000, 4, 4, 5);
    const first = await found(matrix, 4, 0, turns);
    expect((await found(matrix, 4, 0, turns)).assignment.labels).toEqual(first.assignment.labels);
    for (const seed of [1, mixSeed(7, 7)]) {
      const other = await found(matrix, 4, seed, turns);
      expect(adjustedRand(other.assignment.labels, first.assignment.labels)).toBeGreaterThan(0.95);
    }
  });

  test('a cancel is heard between two steps', async () => {
    let asked = 0;
    const stopped = async () => {
      asked += 1;
      return asked > 5;
    };
    const clusters = await clusterRows(heaps(5_000, 4, 4, 1), 4, 0, { ...turns, stopped });
    expect(clusters).toEqual({ ok: false, refusal: { code: 'cancelled' } });
    expect(asked).toBe(6);
  });
});

test('agreement by chance is zero, a mere change of names changes nothing', () => {
  const left = Int32Array.from([0, 0, 1, 1, 2, 2]);
  expect(adjustedRand(left, Int32Array.from([2, 2, 0, 0, 1, 1]))).toBe(1);
  // By scikit-learn: adjusted_rand_score([0,0,1,1,2,2], [0,0,1,2,2,2]) = 0.4444…
  expect(adjustedRand(left, Int32Array.from([0, 0, 1, 2, 2, 2]))).toBeCloseTo(4 / 9, 6);
});
