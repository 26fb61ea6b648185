import { expect, test } from 'vitest';
import { normalFrom, type Random, seededRandom } from '#core/seeded-random.ts';
import { assignStretch, openBoundedLloyd } from '#core/segments/bounded-lloyd.ts';
import { assignRows, chooseStart } from '#core/segments/lloyd.ts';
import type { Matrix } from '#core/segments/scale-columns.ts';
import { clusterRows } from '#workers/segment/cluster-rows.ts';
import { iterateRows } from '#workers/segment/iterate-rows.ts';
import { openSteps } from '#workers/segment/lloyd-steps.ts';
import { assignPacked, openPackedLloyd } from './assign-packed.ts';
import { type PackedRows, packRows } from './pack-rows.ts';

const never = async () => false;
const turns = { stopped: never, onFraction: () => undefined };

type Cell = (row: number, place: number, random: Random) => number;

/** Tables as they come, and as nobody would wish them. */
const kinds: Record<string, Cell> = {
  'nothing there': (_, __, random) => random(),
  'five heaps': (row, place, random) => ((row * 7 + place) % 5) * 3 + normalFrom(random),
  'many alike, many equally near': (_, __, random) => Math.floor(random() * 3),
  'columns of millionths beside millions': (_, place, random) =>
    10 ** ((place % 5) * 3 - 6) * normalFrom(random),
  'a spread of 1 around a milliard': (_, __, random) => 1e9 + normalFrom(random),
  'long tails': (_, __, random) => Math.exp(4 * normalFrom(random)),
};

const tableOf = (kind: string, rows: number, width: number, seed: number): Matrix => {
  const random = seededRandom(seed);
  const cell = kinds[kind] as Cell;
  const values = Float64Array.from({ length: rows * width }, (_, at) =>
    cell(Math.floor(at / width), at % width, random),
  );
  return { rows, width, values };
};

const packed = (matrix: Matrix, k: number): PackedRows => {
  const rows = packRows(matrix, k);
  if (rows === undefined) throw new Error('no SIMD here');
  return rows;
};

const widths = [1, 2, 3, 5, 8, 13, 20];
const counts = [2, 3, 4, 5, 7, 8, 11, 12];

test.each(Object.keys(kinds))('kernels and bounds end alike: %s', async (kind) => {
  for (const width of widths)
    for (const k of counts) {
      const seed = width * 100 + k;
      const matrix = tableOf(kind, 203 + seed, width, seed);
      const start = chooseStart(matrix, k, seededRandom(seed));
      const fast = await iterateRows(matrix, start, never, { packed: packed(matrix, 12) });
      const plain = await iterateRows(matrix, start, never);
      if (fast === undefined || plain === undefined) throw new Error('cancelled');
      const [ours, theirs] = [assignRows(matrix, fast), assignRows(matrix, plain)];
      expect(ours.labels, `${width} × ${k}`).toEqual(theirs.labels);
      expect(Math.abs(ours.inertia - theirs.inertia)).toBeLessThanOrEqual(1e-9 * theirs.inertia);
    }
});

test('each step gives the labels of double arithmetic, whatever single floats can tell', () => {
  for (const kind of Object.keys(kinds)) {
    const matrix = tableOf(kind, 5_003, 4, 3);
    const rows = packed(matrix, 6);
    // As near to each other as customers are: much is decided in the last digits.
    const start = matrix.values.slice(0, 24).map((value, at) => value * (1 + (at % 5) * 1e-7));
    const state = openPackedLloyd(rows, start);
    assignPacked(rows, state, 0, matrix.rows);
    const plain = openBoundedLloyd(matrix, start);
    assignStretch(plain, 0, matrix.rows);
    expect(state.labels, kind).toEqual(plain.labels);
  }
});

test('weights count, and several starts may use the same packed rows', async () => {
  const matrix = tableOf('five heaps', 1_001, 3, 5);
  const weights = Float64Array.from({ length: 1_001 }, (_, row) => row % 4);
  const rows = packed(matrix, 5);
  for (const k of [5, 2, 4]) {
    const start = chooseStart(matrix, k, seededRandom(k), weights);
    const fast = await iterateRows(matrix, start, never, { weights, packed: rows });
    expect(fast).toEqual(await iterateRows(matrix, start, never, { weights }));
  }
});

test('stretches of any length give the centroids of the bounds, to the last bit', async () => {
  const matrix = tableOf('nothing there', 9_999, 4, 6);
  const rows = packed(matrix, 5);
  const start = chooseStart(matrix, 5, seededRandom(6));
  const whole = await iterateRows(matrix, start, never);
  for (const stretch of [1, 1_003, 4_096, 5_000])
    expect(await iterateRows(matrix, start, never, { packed: rows, stretch })).toEqual(whole);
});

test('a segment nobody belongs to starts again at the loneliest customer', () => {
  const matrix = { rows: 4, width: 1, values: Float64Array.from([0, 1, 2, 50]) };
  const start = Float64Array.from([1, 999]);
  const steps = openSteps(matrix, start, undefined, packed(matrix, 2));
  expect(steps.assign(0, 4)).toBe(4);
  expect(steps.move().isRefilled).toBe(true);
  expect(steps.assign(0, 4)).toBe(0);
  expect([...steps.state.labels]).toEqual([0, 0, 0, 1]);
  expect([...steps.state.centroids]).toEqual([1, 50]);
});

test('one customer endlessly far from all others hides nothing', async () => {
  const matrix = tableOf('five heaps', 2_000, 3, 8);
  matrix.values.fill(1e14, 0, 3);
  const rows = packed(matrix, 4);
  const start = chooseStart(matrix, 4, seededRandom(8));
  const first = assignPacked(rows, openPackedLloyd(rows, start), 0, 2_000);
  expect(first.doubts).toBeGreaterThan(1_000);
  const fast = await iterateRows(matrix, start, never, { packed: rows });
  expect(fast).toEqual(await iterateRows(matrix, start, never));
});

test('numbers beyond single floats are not packed, and are clustered all the same', async () => {
  const matrix = tableOf('five heaps', 2_000, 2, 9);
  matrix.values.forEach((value, at) => {
    matrix.values[at] = value * 1e60;
  });
  expect(packRows(matrix, 3)).toBeUndefined();
  const found = await clusterRows(matrix, 3, 0, turns, { restarts: 2 });
  expect(found.ok && Math.min(...found.value.assignment.sizes)).toBeGreaterThan(100);
});
