import { describe, expect, test } from 'vitest';
import { seededRandom } from '#core/seeded-random.ts';
import { assignStretch, moveBoundedCentroids, openBoundedLloyd } from './bounded-lloyd.ts';
import { assignRows, chooseStart, countDifferentRows, sampleRows } from './lloyd.ts';
import { scaleColumns } from './scale-columns.ts';
import { computeSilhouette } from './silhouette.ts';

const matrixOf = (rows: readonly (readonly number[])[]) => ({
  rows: rows.length,
  width: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

describe('k-means, step by step', () => {
  test('two heaps of customers are told apart from any seed', () => {
    const matrix = matrixOf([
      [0, 0],
      [0, 1],
      [10, 10],
      [10, 11],
    ]);
    for (let seed = 0; seed < 20; seed += 1) {
      const state = openBoundedLloyd(matrix, chooseStart(matrix, 2, seededRandom(seed)));
      for (let turn = 0; turn < 5; turn += 1)
        if (assignStretch(state, 0, 4) > 0) moveBoundedCentroids(state);
      const assignment = assignRows(matrix, state.centroids, state.labels);
      expect(assignment.inertia).toBeCloseTo(1);
      expect(assignment.moved).toBe(0);
      expect(assignment.labels[0]).toBe(assignment.labels[1]);
      expect(assignment.labels[0]).not.toBe(assignment.labels[2]);
    }
  });

  test('a segment nobody belongs to starts again at the loneliest customer', () => {
    const matrix = matrixOf([[0], [1], [2], [50]]);
    const state = openBoundedLloyd(matrix, Float64Array.from([1, 999]));
    expect(assignStretch(state, 0, 4)).toBe(4);
    expect([...state.sizes]).toEqual([4, 0]);
    expect(moveBoundedCentroids(state).isRefilled).toBe(true);
    assignStretch(state, 0, 4);
    expect([...state.sizes]).toEqual([3, 1]);
    expect([...state.centroids]).toEqual([1, 50]);
  });

  test('the start never takes the same customer twice while there are others', () => {
    const matrix = matrixOf([[1], [1], [1], [2], [3]]);
    for (let seed = 0; seed < 50; seed += 1) {
      const start = chooseStart(matrix, 3, seededRandom(seed));
      expect([...start.toSorted()]).toEqual([1, 2, 3]);
    }
  });

  test('equal customers count once', () => {
    expect(
      countDifferentRows(
        matrixOf([
          [1, 2],
          [1, 2],
          [2, 1],
        ]),
        10,
      ),
    ).toBe(2);
    expect(countDifferentRows(matrixOf([[1], [2], [3]]), 2)).toBe(2);
  });

  test('a selection keeps whole rows and their order', () => {
    const matrix = matrixOf(Array.from({ length: 100 }, (_, row) => [row, -row]));
    const sampled = sampleRows(matrix, 10, seededRandom(4));
    expect(sampled.rows).toBe(10);
    for (let row = 0; row < 10; row += 1)
      expect(sampled.values[row * 2 + 1]).toBe(-(sampled.values[row * 2] ?? 0));
    const firsts = [...sampled.values].filter((_, at) => at % 2 === 0);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });
});

describe('silhouette', () => {
  test('the four-point example worked out by hand', () => {
    // a = 1 everywhere; b = 9.5 for the outer two, 8.5 … 10.5 for the rest: (0,1 | 10,11).
    const matrix = matrixOf([[0], [1], [10], [11]]);
    const expected = (2 * ((10.5 - 1) / 10.5) + 2 * ((9.5 - 1) / 9.5)) / 4;
    const labels = Int32Array.from([0, 0, 1, 1]);
    expect(computeSilhouette(matrix, labels, 2, seededRandom(1))).toBeCloseTo(expected);
  });

  test('a customer alone in a segment counts as zero', () => {
    const matrix = matrixOf([[0], [1], [10]]);
    const value = computeSilhouette(matrix, Int32Array.from([0, 0, 1]), 2, seededRandom(1));
    expect(value).toBeCloseTo(((10 - 1) / 10 + (9 - 1) / 9) / 3);
  });
});

describe('scaling', () => {
  const column = (values: number[], log = false) => ({
    name: 'x',
    log,
    values: Float64Array.from(values),
  });

  test('standard uses the population deviation', () => {
    const { matrix, columns } = scaleColumns([column([1, 2, 3, 4])], 'standard');
    expect(columns[0]).toMatchObject({ centre: 2.5, mean: 2.5, constant: false });
    expect(columns[0]?.scale).toBeCloseTo(Math.sqrt(1.25));
    expect(matrix.values[0]).toBeCloseTo(-1.5 / Math.sqrt(1.25));
  });

  test('a missing value and an infinite one become the median', () => {
    const { matrix } = scaleColumns(
      [column([1, Number.NaN, 3, Number.POSITIVE_INFINITY, 5])],
      'none',
    );
    expect([...matrix.values]).toEqual([1, 3, 3, 3, 5]);
  });

  test('one giant outlier is held at the edge', () => {
    const { matrix } = scaleColumns([column([1, 2, 3, 4, 1e12])], 'robust', 3);
    expect(Math.max(...matrix.values)).toBe(3);
  });

  test('a constant column is said to be one and adds nothing', () => {
    const { matrix, columns } = scaleColumns([column([0.1, 0.1, 0.1])], 'standard');
    expect(columns[0]?.constant).toBe(true);
    expect([...matrix.values].every((value) => Math.abs(value) < 1e-9)).toBe(true);
  });

  test('when the middle half is all equal the deviation serves as the robust scale', () => {
    const { columns } = scaleColumns([column([1, 1, 1, 1, 1, 1, 9])], 'robust');
    expect(columns[0]?.scale).toBeGreaterThan(1);
  });

  test('a logarithm of a negative amount is mirrored, not missing', () => {
    const { matrix } = scaleColumns([column([-10, 0, 10], true)], 'none');
    expect(matrix.values[0]).toBeCloseTo(-Math.log1p(10));
    expect(matrix.values[2]).toBeCloseTo(Math.log1p(10));
  });
});
