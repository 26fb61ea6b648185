import { beforeAll, expect, test } from 'vitest';
import { adjustedRand } from '#core/segments/adjusted-rand.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { findSegments } from './find-segments.ts';
import { demoCustomers, demoNow, fillWithDemo } from './fixtures/demo-customers.ts';

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

const customers = demoCustomers(5_000);
let run: SegmentRun;
/** Places of those who are in a segment, and which. */
let places: readonly number[];
let labels: Int32Array;

/**
 * What was planted, under the name it should be found by. Steady, growing, seasonal and slipping
 * customers all go on buying: their orders overlap too much to part them by.
 */
const plantedName = (place: number): string => {
  const { pattern, orders } = customers[place] ?? { pattern: 'silent' as const, orders: [] };
  if (!orders.some(({ kind }) => kind === 'order')) return 'No orders yet';
  if (pattern === 'new') return 'New';
  return pattern === 'churner' ? 'Dormant' : 'Loyal';
};

/** Of the customers planted so, the share found under that name; of those so named, the share planted. */
const recovered = (name: string) => {
  const at = run.segments.findIndex((segment) => segment.name.en === name);
  const planted = places.filter((place) => plantedName(place) === name).length;
  const named = places.filter((place) => labels[place] === at);
  const both = named.filter((place) => plantedName(place) === name).length;
  return { found: both / planted, right: both / named.length };
};

beforeAll(async () => {
  const db = await fillWithDemo(customers);
  const input = { columns: [], log: [], scale: 'standard', k: 'auto', seed: 1 } as const;
  const found = await findSegments(db, { ...input, source: 'buying', now: demoNow }, job);
  if (!found.ok) throw new Error(found.refusal.code);
  ({ run, labels } = found.value);
  places = [...labels.keys()].filter((place) => (labels[place] ?? -1) >= 0);
}, 300_000);

test('the demo falls into those who go on buying, are new, have left, and have not ordered yet', () => {
  const names = run.segments.map(({ name }) => `${name.en} ${name.zh}`);
  expect(names.toSorted()).toEqual([
    'Dormant 沉睡',
    'Loyal 忠诚',
    'New 新客',
    'No orders yet 尚无订单',
  ]);
  expect(run.segments.at(-1)).toMatchObject({ isApart: true, size: 90 });
});

test('what was planted is found under its name', () => {
  expect(recovered('No orders yet')).toEqual({ found: 1, right: 1 });
  const fresh = recovered('New');
  expect(fresh.found).toBeGreaterThan(0.98);
  expect(fresh.right).toBeGreaterThan(0.75);
  // Who left in the last two months cannot be told from who has not ordered for a while.
  const left = recovered('Dormant');
  expect(left.found).toBeGreaterThan(0.75);
  expect(left.right).toBeGreaterThan(0.5);
  const active = recovered('Loyal');
  expect(active.found).toBeGreaterThan(0.8);
  expect(active.right).toBeGreaterThan(0.92);
});

test('the segments agree with what was planted well above what recency, frequency and value tell', () => {
  const names = ['Loyal', 'New', 'Dormant', 'No orders yet'];
  const truth = Int32Array.from(places, (place) => names.indexOf(plantedName(place)));
  const own = Int32Array.from(places, (place) => labels[place] ?? -1);
  expect(adjustedRand(own, truth)).toBeGreaterThan(0.5);
});
