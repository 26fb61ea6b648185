import { describe, expect, test } from 'vitest';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { countRecords } from '#db/sealed-table.ts';
import { describeChoices } from './describe-choices.ts';
import { findSegments } from './find-segments.ts';
import { customerAt, fillTestDatabase, orderAt, testNow } from './fixtures/fill-test-database.ts';

const jobOf = (signal = new AbortController().signal) => ({
  host: { database: '', base: '' },
  signal,
  beat: () => undefined,
  progress: () => undefined,
});

const ask = (more: Partial<Parameters<typeof findSegments>[1]> = {}) => ({
  source: 'columns' as const,
  columns: [],
  log: [],
  scale: 'standard' as const,
  k: 3,
  seed: 0,
  now: testNow,
  ...more,
});

const twoHeaps = () =>
  Array.from({ length: 60 }, (_, ord) =>
    customerAt(ord, { size: ord % 2 === 0 ? 10 + (ord % 7) : 90 + (ord % 5), visits: ord % 3 }),
  );

/** Public table kept outside the repository; without it the test is skipped. */
const [mall] = Object.values(
  import.meta.glob<string>('../../../shared/data/segments/mall.csv', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

describe('segments of own columns', () => {
  test.skipIf(mall === undefined)(
    'mall customers of the shared data by income and score: inertia 65.57',
    async () => {
      const [head, ...lines] = (mall ?? '').trim().split(/\r?\n/u);
      const names = (head ?? '').split(',').slice(-2);
      const rows = lines.map((line) => line.split(',').slice(-2).map(Number));
      const customers = rows.map((row, ord) =>
        customerAt(ord, Object.fromEntries(names.map((name, at) => [name, row[at] ?? null]))),
      );
      const db = await fillTestDatabase(customers, names);
      for (const seed of [0, 1, 2]) {
        const found = await findSegments(db, ask({ columns: names, k: 5, seed }), jobOf());
        if (!found.ok) throw new Error(found.refusal.code);
        expect(Math.abs(found.value.run.inertia / 65.57 - 1)).toBeLessThan(0.001);
        expect(found.value.run.silhouette).toBeCloseTo(0.555, 2);
      }
    },
  );

  test('two heaps are found, walk-ins and those who refused profiling belong to none', async () => {
    const customers = twoHeaps();
    customers[3] = customerAt(3, { size: 95 }, { walkIn: true });
    customers[4] = customerAt(4, { size: 10 }, { profiling: 'denied' });
    const db = await fillTestDatabase(customers, ['size']);
    const found = await findSegments(db, ask({ k: 2 }), jobOf());
    if (!found.ok) throw new Error(found.refusal.code);
    const { labels, run } = found.value;
    expect([labels[3], labels[4]]).toEqual([-1, -1]);
    expect(run.segments.map(({ size }) => size).reduce((a, b) => a + b, 0)).toBe(58);
    expect(labels[0]).toBe(labels[2]);
    expect(labels[0]).not.toBe(labels[1]);
    expect(run.segments.some(({ name }) => name.en === 'High size')).toBe(true);
    const [chunk] = await readColumns(db, `segments.${run.id}`);
    expect(chunk?.columns.segment).toEqual([...labels]);
    expect((await readMeta(db)).activeSegmentRun).toBe(run.id);
  });

  test('the same seed gives the same labels, and a second run keeps the ids', async () => {
    const db = await fillTestDatabase(twoHeaps(), ['size', 'visits']);
    const first = await findSegments(db, ask({ seed: 7 }), jobOf());
    const second = await findSegments(db, ask({ seed: 7 }), jobOf());
    if (!first.ok || !second.ok) throw new Error('refused');
    expect([...second.value.labels]).toEqual([...first.value.labels]);
    expect(second.value.run.segments.map(({ id }) => id)).toEqual(
      first.value.run.segments.map(({ id }) => id),
    );
  });

  test('a missing value counts as the median, so that everybody has a segment', async () => {
    const customers = twoHeaps().map((customer, ord) =>
      ord % 10 === 0 ? { ...customer, custom: { size: null, visits: 1 } } : customer,
    );
    const db = await fillTestDatabase(customers, ['size', 'visits']);
    const found = await findSegments(db, ask(), jobOf());
    if (!found.ok) throw new Error(found.refusal.code);
    expect(found.value.labels.every((label) => label >= 0)).toBe(true);
    expect(found.value.run.segments.every(({ size }) => size > 0)).toBe(true);
  });
});

describe('refusals', () => {
  const refusalOf = async (db: Database, input: Parameters<typeof findSegments>[1]) => {
    const found = await findSegments(db, input, jobOf());
    return found.ok ? 'found' : found.refusal.code;
  };

  test('no customers, fewer customers than segments, and fewer different ones', async () => {
    expect(await refusalOf(await fillTestDatabase([], []), ask())).toBe('too-few-customers');
    const two = await fillTestDatabase([customerAt(0, { x: 1 }), customerAt(1, { x: 2 })], ['x']);
    expect(await refusalOf(two, ask())).toBe('too-few-customers');
    const alike = Array.from({ length: 30 }, (_, ord) => customerAt(ord, { x: ord % 2 }));
    expect(await refusalOf(await fillTestDatabase(alike, ['x']), ask())).toBe('too-few-customers');
  });

  test('no numeric column, a constant one, no orders', async () => {
    const texts = Array.from({ length: 9 }, (_, ord) => customerAt(ord, { x: 'a' }));
    const db = await fillTestDatabase(texts, []);
    expect(await refusalOf(db, ask())).toBe('no-numeric-columns');
    expect(await refusalOf(db, ask({ columns: ['x'] }))).toBe('no-numeric-columns');
    expect(await refusalOf(db, ask({ source: 'rfm' }))).toBe('no-orders');
    const same = Array.from({ length: 9 }, (_, ord) => customerAt(ord, { x: 4 }));
    expect(await refusalOf(await fillTestDatabase(same, ['x']), ask())).toBe('columns-constant');
  });

  test('a column that only numbers the rows is not used unless asked for', async () => {
    const numbered = Array.from({ length: 40 }, (_, ord) => customerAt(ord, { id: ord + 1 }));
    const db = await fillTestDatabase(numbered, ['id']);
    expect(await refusalOf(db, ask())).toBe('no-numeric-columns');
    expect(await refusalOf(db, ask({ columns: ['id'] }))).toBe('found');
  });

  test('a cancelled run writes nothing', async () => {
    const db = await fillTestDatabase(twoHeaps(), ['size']);
    const controller = new AbortController();
    controller.abort();
    const found = await findSegments(db, ask({ k: 2 }), jobOf(controller.signal));
    expect(found).toEqual({ ok: false, refusal: { code: 'cancelled' } });
    expect(await countRecords(db, 'segmentRuns')).toBe(0);
    expect((await readMeta(db)).activeSegmentRun).toBeUndefined();
  });
});

test('by orders: who orders much and lately is not where the sleepers are', async () => {
  const customers = Array.from({ length: 30 }, (_, ord) => customerAt(ord, {}));
  let next = 0;
  const orders = customers.flatMap(({ id }, place) => {
    const count = place % 3 === 0 ? 12 : place % 3 === 1 ? 4 : 1;
    return Array.from({ length: count }, (_, turn) => {
      next += 1;
      const month = place % 3 === 2 ? 1 : 12 - (turn % 12);
      const day = 1 + ((place * 5 + turn) % 25);
      const date = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      return orderAt(next - 1, id, date, 10_000 * (4 - (place % 3)) + 100 * turn);
    });
  });
  const db = await fillTestDatabase(customers, [], orders);
  const found = await findSegments(db, ask({ source: 'rfm', scale: 'robust' }), jobOf());
  if (!found.ok) throw new Error(found.refusal.code);
  const { run, labels } = found.value;
  expect(run.segments[labels[0] ?? 0]?.name.en).toBe('Champions');
  expect(run.segments[labels[2] ?? 0]?.name.en).toBe('Dormant');
  const shares = run.segments.map(({ revenueShare }) => revenueShare ?? 0);
  expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  const choices = await describeChoices(db);
  expect(choices.ok && choices.value).toEqual({
    customers: 30,
    orders: orders.length,
    numericColumns: [],
  });
});

describe('a number chosen', () => {
  /** Four heaps of customers in two columns, with gaps between them. */
  const fourHeaps = () =>
    Array.from({ length: 240 }, (_, ord) =>
      customerAt(ord, {
        size: (ord % 2) * 50 + (ord % 11),
        visits: (Math.floor(ord / 2) % 2) * 40 + (ord % 7),
      }),
    );

  test('four heaps are four segments, called natural, with the figures of every number tried', async () => {
    const db = await fillTestDatabase(fourHeaps(), ['size', 'visits']);
    const found = await findSegments(db, ask({ k: 'auto' }), jobOf());
    if (!found.ok) throw new Error(found.refusal.code);
    const { run } = found.value;
    expect(run.k).toBe(4);
    expect(run.choice).toMatchObject({ isAuto: true, verdict: 'natural', measured: 240 });
    expect(run.choice?.counts.map(({ k }) => k)).toEqual([3, 4, 5, 6]);
    const inertias = run.choice?.counts.map(({ inertia }) => inertia) ?? [];
    expect(inertias).toEqual([...inertias].sort((a, b) => b - a));
    expect(run.choice?.counts[1]?.inertia).toBeCloseTo(run.inertia, 6);
  });

  test('a number asked for is taken, and measured too', async () => {
    const db = await fillTestDatabase(fourHeaps(), ['size', 'visits']);
    const found = await findSegments(db, ask({ k: 7 }), jobOf());
    if (!found.ok) throw new Error(found.refusal.code);
    expect(found.value.run).toMatchObject({ k: 7, choice: { isAuto: false } });
    expect(found.value.run.choice?.counts.map(({ k }) => k)).toEqual([7]);
  });
});

test('the grid is a run of its own: names by how lately, often and much, nobody twice', async () => {
  const customers = Array.from({ length: 45 }, (_, ord) => customerAt(ord, {}));
  let next = 0;
  const orders = customers.slice(0, 42).flatMap(({ id }, place) =>
    Array.from({ length: 1 + (place % 3) * 3 }, (_, turn) => {
      next += 1;
      const day = String(1 + ((place + turn) % 28)).padStart(2, '0');
      return orderAt(
        next - 1,
        id,
        `2024-${place < 20 ? '02' : '11'}-${day}`,
        1000 * (1 + (place % 3)),
      );
    }),
  );
  const db = await fillTestDatabase(customers, [], orders);
  const found = await findSegments(db, ask({ source: 'rfm', k: 'grid' }), jobOf());
  if (!found.ok) throw new Error(found.refusal.code);
  const { run, labels } = found.value;
  expect(run.grid).toBe('tercile');
  expect(run.segments.some(({ name }) => name.en === 'Champions')).toBe(true);
  expect(run.segments[labels[44] ?? -1]?.name.en).toBe('No orders yet');
  expect(run.segments.reduce((sum, { size }) => sum + size, 0)).toBe(45);
  const again = await findSegments(db, ask({ source: 'rfm', k: 'grid' }), jobOf());
  expect(again.ok && again.value.run.segments.map(({ id }) => id)).toEqual(
    run.segments.map(({ id }) => id),
  );
});
