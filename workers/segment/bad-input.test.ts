import { describe, expect, test } from 'vitest';
import { type RawColumn, scaleColumns } from '#core/segments/scale-columns.ts';
import { findSegments } from './find-segments.ts';
import { customerAt, fillTestDatabase, testNow } from './fixtures/fill-test-database.ts';

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

type Cell = number | null;

const find = async (rows: readonly Readonly<Record<string, Cell>>[], k: number | 'auto') => {
  const names = Object.keys(rows[0] ?? {});
  const db = await fillTestDatabase(
    rows.map((row, ord) => customerAt(ord, row)),
    names,
  );
  const asked = { source: 'columns', columns: names, log: [], scale: 'standard' } as const;
  return findSegments(db, { ...asked, k, seed: 0, now: testNow }, job);
};

/** A result in which everybody has a segment, none is empty and every figure is a number. */
const expectSound = (found: Awaited<ReturnType<typeof find>>, customers: number) => {
  if (!found.ok) throw new Error(found.refusal.code);
  const { run, labels } = found.value;
  expect(labels.every((label) => label >= 0 && label < run.k)).toBe(true);
  expect(Math.min(...run.segments.map(({ size }) => size))).toBeGreaterThan(0);
  expect(run.segments.reduce((sum, { size }) => sum + size, 0)).toBe(customers);
  const figures = [run.inertia, run.silhouette, ...run.overallMeans];
  for (const { means, centroid } of run.segments) figures.push(...means, ...centroid);
  for (const { stability, border, silhouette, inertia } of run.choice?.counts ?? [])
    figures.push(stability, border, silhouette, inertia);
  expect(figures.every(Number.isFinite)).toBe(true);
  return found.value;
};

const many = (make: (at: number) => Record<string, Cell>, count = 60) =>
  Array.from({ length: count }, (_, at) => make(at));

describe.each([3, 'auto'] as const)('k = %s', (k) => {
  test.each([
    ['one customer', many((at) => ({ x: at }), 1), 'too-few-customers'],
    ['fewer customers than segments', many((at) => ({ x: at }), 2), 'too-few-customers'],
    ['only two kinds of customers', many((at) => ({ x: at % 2 })), 'too-few-customers'],
    ['all rows equal', many(() => ({ x: 7, y: 0.1 })), 'columns-constant'],
    ['nothing but missing values', many(() => ({ x: null })), 'columns-constant'],
    [
      'nothing but what is no quantity',
      many((at) => ({ x: at % 2 ? 1e300 : -1e200 })),
      'columns-constant',
    ],
  ])('%s is refused in words, not crashed upon', async (_name, rows, code) => {
    const found = await find(rows, k);
    expect(found.ok ? 'found' : found.refusal.code).toBe(code);
  });

  test.each([
    ['as many customers as segments', many((at) => ({ x: at * at }), 3)],
    ['seven customers', many((at) => ({ x: at * at, y: at % 3 }), 7)],
    ['a constant column beside a good one', many((at) => ({ x: at % 9, same: 4 }))],
    [
      'half the values missing',
      many((at) => ({ x: at % 2 ? null : at, y: at % 4 === 1 ? null : at % 10 })),
    ],
    ['one giant customer', many((at) => ({ x: at === 5 ? 1e12 : at % 10, y: at % 7 }))],
    ['values at the end of what a number holds', many((at) => ({ x: at === 5 ? 1.7e308 : at }))],
    [
      'values too small to be told apart from nothing',
      many((at) => ({ x: at * 1e-300, y: at % 5 })),
    ],
    ['two groups that are the same', many((at) => ({ x: (at % 3) * 1000, y: at % 3 }))],
    ['a column that numbers the rows, asked for by name', many((at) => ({ id: 1000 + at }))],
  ])('%s: everybody has a segment, none is empty', async (_name, rows) => {
    expectSound(await find(rows, k), rows.length);
  });
});

test('one giant customer under a logarithm or the robust scale does not eat the segments', () => {
  const column: RawColumn = {
    name: 'x',
    log: true,
    values: Float64Array.from({ length: 200 }, (_, at) => (at === 0 ? 1e9 : 1 + (at % 50))),
  };
  const { matrix } = scaleColumns([column], 'robust', 3);
  expect(Math.max(...matrix.values)).toBe(3);
});

test('not-a-number and infinity count as missing', () => {
  const values = [1, Number.NaN, 3, Number.POSITIVE_INFINITY, 5, -1e200];
  const { matrix } = scaleColumns(
    [{ name: 'x', log: false, values: Float64Array.from(values) }],
    'none',
  );
  expect([...matrix.values]).toEqual([1, 3, 3, 3, 5, 3]);
});
