import { describe, expect, test } from 'vitest';
import { describeApart, describeSegments, segmentOrder } from './describe-run.ts';
import type { KeptRun } from './match-segments.ts';
import { kindOfName, nameByDeviations, nameRfmSegments } from './name-segments.ts';
import type { SegmentProfile } from './profile-segments.ts';
import type { SegmentRun } from './segment-run.ts';

const profile = (deviations: number[], means = deviations, size = 10): SegmentProfile => ({
  size,
  centroid: deviations,
  means,
  deviations,
});

const columns = ['a', 'b'].map((name) => ({
  name,
  log: false,
  centre: 0,
  scale: 1,
  median: 0,
  mean: 0,
  constant: false,
}));

const runOf = (segments: SegmentRun['segments'], source: SegmentRun['source'] = 'columns') => ({
  id: 'old',
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  source,
  columns: columns.map(({ name, log, centre, scale }) => ({ name, log, centre, scale })),
  k: segments.length,
  seed: 0,
  inertia: 0,
  silhouette: 0,
  customers: 20,
  overallMeans: [0, 0],
  segments,
});

describe('names', () => {
  test('the best, the slipping and the sleeping are called so, in both languages', () => {
    const names = nameRfmSegments([
      profile([-0.9, 1.2, 0.7], [10, 20, 900]),
      profile([0.7, 0.2, 1.1], [150, 9, 1500]),
      profile([1.4, -1.2, -0.5], [300, 2, 300]),
    ]);
    expect(names.map(({ en }) => en)).toEqual(['Champions', 'Big but slipping', 'Dormant']);
    expect(names.map(({ zh }) => zh)).toEqual(['核心', '大客户下滑', '沉睡']);
  });

  test('customers who never ordered are not called dormant', () => {
    expect(nameRfmSegments([profile([1, -2, -2], [700, 0, 0])])[0]?.zh).toBe('尚无订单');
  });

  test('twelve segments get twelve different names', () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      profile([at / 10 - 0.6, 0.5, 0.1], [9, 9, 9]),
    );
    expect(new Set(nameRfmSegments(many).map(({ en }) => en)).size).toBe(12);
  });

  test('own columns are named by the two largest deviations', () => {
    const names = nameByDeviations(
      [profile([0.9, -1.6]), profile([0.1, 0.2])],
      ['Income', 'Score'],
    );
    expect(names[0]).toEqual({ en: 'Very low Score, high Income', zh: 'Score很低、Income高' });
    expect(names[1]).toEqual({ en: 'Average', zh: '普通' });
  });
});

describe('from run to run', () => {
  const first = describeSegments({
    runId: 'r1',
    source: 'columns',
    columns,
    profiles: [profile([0, 0]), profile([4, 0]), profile([0, 4])],
  });
  const previous = runOf(
    first.map((segment, at) => (at === 1 ? { ...segment, customName: 'My best' } : segment)),
  );

  const next = (
    profiles: SegmentProfile[],
    kept: KeptRun[],
    source: SegmentRun['source'] = 'columns',
  ) => describeSegments({ runId: 'r2', source, columns, profiles, kept });
  /** All of an old segment are in the new one at this place. */
  const whole = (...places: number[]) =>
    places.map((place) => places.map((_, at) => (at === place ? 10 : 0)));

  test('a segment that moved a little keeps id, name, own name and colour, wherever it stands now', () => {
    const second = next(
      [profile([4.4, 0.3]), profile([0.2, 3.8]), profile([0.1, 0.1])],
      [{ run: previous, shared: whole(2, 0, 1) }],
    );
    expect(second.map(({ id }) => id)).toEqual(['r1.1', 'r1.2', 'r1.0']);
    expect(second[0]).toMatchObject({ customName: 'My best', colour: 1, name: first[1]?.name });
  });

  test('where the runs have no customer in common the centroids tell', () => {
    const none = [[0], [0], [0]];
    expect(next([profile([4.4, 0.3])], [{ run: previous, shared: none }])[0]?.id).toBe('r1.1');
  });

  test('half the members must be the same: a segment that stands there with other people is new', () => {
    const mostly = [
      [10, 0],
      [0, 6],
      [0, 3],
    ];
    const hardly = [
      [10, 0],
      [0, 4],
      [0, 6],
    ];
    const profiles = [profile([0, 0]), profile([4.1, 0])];
    expect(next(profiles, [{ run: previous, shared: mostly }])[1]?.id).toBe('r1.1');
    expect(next(profiles, [{ run: previous, shared: hardly }])[1]?.id).toBe('r2.1');
  });

  test('a segment far from all old ones is new, with a free colour', () => {
    const second = next(
      [profile([0, 0]), profile([40, 40])],
      [
        {
          run: previous,
          shared: [
            [9, 0],
            [0, 9],
            [0, 9],
          ],
        },
      ],
    );
    expect(second[0]?.id).toBe('r1.0');
    expect(second[1]).toMatchObject({ id: 'r2.1' });
    expect(second[1]?.colour).not.toBe(second[0]?.colour);
  });

  test('a name given two runs ago comes back with its segment', () => {
    const between = runOf([{ ...first[0], id: 'x.0', colour: 1 }] as SegmentRun['segments']);
    const second = next(
      [profile([0, 0]), profile([4, 0])],
      [
        { run: between, shared: [[10, 0]] },
        { run: previous, shared: whole(0, 1).concat([[0, 0]]) },
      ],
    );
    expect(second.map(({ id }) => id)).toEqual(['x.0', 'r1.1']);
    expect(second[1]?.customName).toBe('My best');
    expect(second[1]?.colour).not.toBe(second[0]?.colour);
  });

  test('other columns, and a grid after k-means, continue nothing', () => {
    const kept = [{ run: previous, shared: whole(0, 1, 2) }];
    expect(next([profile([0, 0])], kept, 'rfm')[0]?.id).toBe('r2.0');
    const grid = describeSegments({
      runId: 'r2',
      source: 'columns',
      columns,
      profiles: [profile([0, 0])],
      kept,
      gridNames: [{ en: 'New', zh: '新客' }],
    });
    expect(grid[0]).toMatchObject({ id: 'r2.0', name: { en: 'New' } });
  });

  test('shares of revenue add up to one', () => {
    const shared = describeSegments({
      runId: 'r',
      source: 'columns',
      columns,
      profiles: [profile([0, 0]), profile([4, 4])],
      revenueMinor: [300, 100],
    });
    expect(shared.map(({ revenueShare }) => revenueShare)).toEqual([0.75, 0.25]);
  });
});

test('the most valuable segment stands first with orders, the largest without', () => {
  const profiles = [profile([0, 0, 0], [9, 1, 100], 90), profile([0, 0, 0], [9, 10, 100], 10)];
  expect(segmentOrder('rfm', profiles)).toEqual([1, 0]);
  expect(segmentOrder('columns', profiles)).toEqual([0, 1]);
});

describe('customers without orders', () => {
  const found = describeSegments({
    runId: 'r2',
    source: 'rfm',
    columns,
    profiles: [profile([-1, 1, 1], [9, 9, 9]), profile([1, -1, 0], [90, 2, 5])],
  });

  test('are a segment of their own, with a colour nobody else has', () => {
    const apart = describeApart(9, 'r2', found, []);
    expect(apart).toMatchObject({ size: 9, isApart: true, name: { zh: '尚无订单' } });
    expect(found.map(({ colour }) => colour)).not.toContain(apart.colour);
  });

  test('keep the name a person gave them, and are no neighbour of the others', () => {
    const before = { ...describeApart(9, 'r1', found, []), customName: 'Leads' };
    const run = runOf([...found, before], 'rfm');
    const kept = [
      {
        run,
        shared: [
          [10, 0],
          [0, 10],
          [0, 0],
        ],
      },
    ];
    expect(describeApart(7, 'r2', found, kept)).toMatchObject({
      id: before.id,
      customName: 'Leads',
      colour: before.colour,
      size: 7,
    });
    const again = describeSegments({
      runId: 'r2',
      source: 'rfm',
      columns,
      profiles: [profile([-1, 1, 1], [9, 9, 9]), profile([1, -1, 0], [90, 2, 5])],
      kept,
    });
    expect(again.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });
});

test('advice goes by the found name, numbered or not, and own columns have none', () => {
  expect(kindOfName({ en: 'At risk 2', zh: '流失风险 2' })).toBe('atRisk');
  expect(kindOfName({ en: 'New', zh: '新客' })).toBe('fresh');
  expect(kindOfName({ en: 'High income', zh: '收入高' })).toBeUndefined();
});
