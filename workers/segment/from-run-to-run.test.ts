import { expect, test } from 'vitest';
import type { Customer } from '#core/customers/customer.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { readColumns } from '#db/columns.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { findSegments } from './find-segments.ts';
import { customerAt, fillTestDatabase, testNow } from './fixtures/fill-test-database.ts';

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

/** Three heaps of twenty by size: about 0, 100 and 200. */
const customers = () =>
  Array.from({ length: 60 }, (_, ord) =>
    customerAt(ord, { size: (ord % 3) * 100 + (Math.floor(ord / 3) % 5) }),
  );

let now = testNow;
const find = async (db: Database, k = 3) => {
  now += 1000;
  const input = { source: 'columns', columns: ['size'], log: [], scale: 'standard' } as const;
  const found = await findSegments(db, { ...input, k, seed: 1, now }, job);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

const setSize = async (db: Database, ids: readonly string[], size: number) => {
  const writes = await Promise.all(
    ids.map(async (id) => {
      const record = (await findRecord(db, 'customers', id)) as Customer;
      return { table: 'customers' as const, record: { ...record, custom: { size } } };
    }),
  );
  const saved = await commit(db, { label: 'customer-saved', now, writes });
  if (!saved.ok) throw new Error(saved.refusal.code);
};

const idOf = (run: SegmentRun, label: number | undefined) => run.segments[label ?? -1]?.id;

test('who moved is kept in the run: from where, to where, how many and who', async () => {
  const db = await fillTestDatabase(customers(), ['size']);
  const first = await find(db);
  expect(first.run.before).toBeUndefined();
  await setSize(db, ['c0', 'c3'], 202);
  const { run, labels } = await find(db);
  expect(new Set(run.segments.map(({ id }) => id))).toEqual(
    new Set(first.run.segments.map(({ id }) => id)),
  );
  expect(run.before).toMatchObject({ runId: first.run.id, arrived: 0 });
  expect(run.before?.moves).toHaveLength(1);
  const [move] = run.before?.moves ?? [];
  expect(move?.customers).toBe(2);
  expect(run.before?.segments[move?.from ?? -1]?.id).toBe(idOf(first.run, first.labels[0]));
  expect(move?.to).toBe(labels[2]);
  const [chunk] = await readColumns(db, `segments.${run.id}`);
  const moved = labels.findIndex(
    (label, ord) => label === move?.to && chunk?.columns.before?.[ord] === move?.from,
  );
  expect(moved).toBe(0);
});

test('a segment that fell apart has dissolved, its name comes back when it does', async () => {
  const db = await fillTestDatabase(customers(), ['size']);
  const first = await find(db);
  const low = first.labels[0] ?? -1;
  const record = {
    ...first.run,
    segments: first.run.segments.map((segment, at) =>
      at === low ? { ...segment, customName: 'Small shops' } : segment,
    ),
  };
  await commit(db, { label: 'segment-renamed', now, writes: [{ table: 'segmentRuns', record }] });
  const ids = Array.from({ length: 20 }, (_, at) => `c${at * 3}`);
  await setSize(db, ids.slice(0, 10), 101);
  await setSize(db, ids.slice(10), 900);
  const { run } = await find(db);
  expect(run.segments.some(({ customName }) => customName === 'Small shops')).toBe(false);
  expect(run.before?.segments.find(({ id }) => id === idOf(first.run, low))?.customName).toBe(
    'Small shops',
  );
  await setSize(db, ids, 2);
  const third = await find(db);
  expect(third.run.segments[third.labels[0] ?? -1]).toMatchObject({
    id: idOf(first.run, low),
    customName: 'Small shops',
  });
});

test('five runs are kept with their labels; an older one in use is never thrown away', async () => {
  const db = await fillTestDatabase(customers(), ['size']);
  const first = await find(db);
  await find(db);
  await commit(db, {
    label: 'segments-chosen',
    now,
    writes: [],
    meta: { activeSegmentRun: first.run.id },
  });
  for (let turn = 0; turn < 4; turn += 1) {
    await find(db, 2 + turn);
    if (turn < 3)
      await commit(db, {
        label: 'segments-chosen',
        now,
        writes: [],
        meta: { activeSegmentRun: first.run.id },
      });
  }
  const runs = await listRecords(db, 'segmentRuns', { index: 'createdAt', reverse: true });
  expect(runs).toHaveLength(5);
  expect(runs.at(-1)?.id).toBe(first.run.id);
  expect((await readMeta(db)).activeSegmentRun).toBe(runs[0]?.id);
  for (const { id } of runs) expect(await readColumns(db, `segments.${id}`)).toHaveLength(1);
});
