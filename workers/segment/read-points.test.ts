import { expect, test } from 'vitest';
import { findSegments } from './find-segments.ts';
import { customerAt, fillTestDatabase, orderAt, testNow } from './fixtures/fill-test-database.ts';
import { readPoints } from './read-points.ts';

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

test('the map has everybody who was segmented, in own units and along what parts them', async () => {
  const customers = Array.from({ length: 30 }, (_, ord) =>
    customerAt(ord, { size: ord % 2 === 0 ? 10 + ord : 500 + ord, visits: ord % 3 }),
  );
  customers[4] = customerAt(4, { size: 12 }, { profiling: 'denied' });
  const db = await fillTestDatabase(customers, ['size', 'visits']);
  const input = { source: 'columns', columns: [], log: [], scale: 'standard' } as const;
  const found = await findSegments(db, { ...input, k: 2, seed: 1, now: testNow }, job);
  if (!found.ok) throw new Error(found.refusal.code);
  const points = await readPoints(db, found.value.run.id);
  if (!points.ok) throw new Error(points.refusal.code);
  const { ords, segment, values, directions } = points.value;
  expect(ords).toHaveLength(29);
  expect([...ords]).not.toContain(4);
  expect([...segment]).toEqual([...ords].map((ord) => found.value.labels[ord]));
  expect(values[0]).toBe(10);
  expect(directions).toHaveLength(2);
  expect(values).toHaveLength(29 * 4);
});

test('who has not ordered is not on a map of buying; a run that is gone is said to be', async () => {
  const customers = Array.from({ length: 21 }, (_, ord) => customerAt(ord, {}));
  const orders = Array.from({ length: 20 }, (_, ord) =>
    orderAt(ord, `c${ord}`, `2024-${ord % 2 === 0 ? '11' : '02'}-0${1 + (ord % 9)}`, 100 + ord),
  );
  const db = await fillTestDatabase(customers, [], orders);
  const input = { source: 'buying', columns: [], log: [], scale: 'standard' } as const;
  const found = await findSegments(db, { ...input, k: 2, seed: 1, now: testNow }, job);
  if (!found.ok) throw new Error(found.refusal.code);
  const points = await readPoints(db, found.value.run.id);
  expect(points.ok && points.value.ords).toHaveLength(20);
  expect(await readPoints(db, 'gone')).toMatchObject({ refusal: { code: 'not-found' } });
});
