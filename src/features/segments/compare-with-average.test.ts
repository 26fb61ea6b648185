import { expect, test } from 'vitest';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { compareWithAverage, tellingStandings } from './compare-with-average.ts';

const segment = (id: string, size: number, centroid: number[], means: number[]) => ({
  id,
  name: { en: id, zh: id },
  colour: 0,
  size,
  centroid,
  means,
});

const run: SegmentRun = {
  id: 'r1',
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  source: 'columns',
  columns: ['age', 'income'].map((name) => ({ name, log: false, centre: 0, scale: 1 })),
  k: 2,
  seed: 0,
  inertia: 1,
  silhouette: 0.3,
  customers: 400,
  overallMeans: [40, 50],
  segments: [
    segment('young', 300, [-0.5, 0.1], [35, 51]),
    segment('old', 100, [1.5, -0.3], [55, 47]),
  ],
};

test('a segment is compared with the average customer, not with the other segments', () => {
  const [young, old] = compareWithAverage(run);
  expect(young?.map(({ band }) => band)).toEqual(['lower', 'average']);
  expect(old?.map(({ band }) => band)).toEqual(['much-higher', 'lower']);
  expect(old?.[0]).toMatchObject({ own: 55, all: 40 });
});

test('the most telling difference is said first', () => {
  const [, old] = compareWithAverage(run);
  expect(tellingStandings(old ?? [], 2).map(({ name }) => name)).toEqual(['age', 'income']);
});

test('a robust scale, whose middle is not the average, is read the same way', () => {
  const shifted = {
    ...run,
    segments: run.segments.map((one) => ({ ...one, centroid: one.centroid.map((c) => c + 2) })),
  };
  expect(compareWithAverage(shifted).map((row) => row.map(({ band }) => band))).toEqual(
    compareWithAverage(run).map((row) => row.map(({ band }) => band)),
  );
});
