import { expect, test } from 'vitest';
import type { DemoContract } from '#contracts/demo.ts';
import type { DirectoryContract } from '#contracts/directory.ts';
import type { SegmentContract } from '#contracts/segment.ts';
import { eraseDatabase } from '#db/open-database.ts';
import { connect, type WorkerLike } from '#rpc/connect.ts';

const host = () => ({ database: 'demo-browser-test', base: location.href });
const patience = { silenceMs: 60_000, cancelMs: 30_000 };
const start = (url: URL) => () => new Worker(url, { type: 'module' }) as unknown as WorkerLike;

test('demo, directory and segments: the real workers on one real database', async ({
  annotate,
}) => {
  await eraseDatabase(host().database);
  const demo = connect<DemoContract>(
    start(new URL('./demo.worker.ts', import.meta.url)),
    host,
    undefined,
    patience,
  );
  const directory = connect<DirectoryContract>(
    start(new URL('../directory/directory.worker.ts', import.meta.url)),
    host,
    undefined,
    patience,
  );
  const segment = connect<SegmentContract>(
    start(new URL('../segment/segment.worker.ts', import.meta.url)),
    host,
    undefined,
    patience,
  );
  const query = { search: '', filters: [], sort: { column: 'revenueMinor', descending: true } };
  expect(await directory.call('find', query)).toMatchObject({ ok: true, value: { total: 0 } });

  const now = Date.UTC(2025, 8, 15);
  const startedAt = performance.now();
  let usableMs = 0;
  const input = { importId: 'demo-b', customers: 5_000, seed: 1, now, currency: 'EUR' };
  const filled = await demo.call('fill', input, {
    onProgress: ({ usable }) => {
      if (usable && usableMs === 0) usableMs = Math.round(performance.now() - startedAt);
    },
  });
  if (!filled.ok) throw new Error(JSON.stringify(filled.refusal));
  const found = await directory.call('find', query);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  expect(found.value.total).toBe(5_000);
  const rows = await directory.call('rows', { ords: [...found.value.ords.slice(0, 3)] });
  if (!rows.ok) throw new Error(JSON.stringify(rows.refusal));
  const [best, next] = rows.value;
  expect((best?.revenueMinor ?? 0) >= (next?.revenueMinor ?? 0)).toBe(true);
  const totals = await directory.call('totals', {});
  expect(totals.ok && totals.value.customers).toBe(5_000);

  const run = {
    source: 'rfm' as const,
    columns: [],
    log: [],
    scale: 'robust' as const,
    k: 3,
    seed: 0,
    now,
  };
  const segments = await segment.call('run', run);
  if (!segments.ok) throw new Error(JSON.stringify(segments.refusal));
  expect(segments.value.run.silhouette).toBeLessThanOrEqual(0.35);
  const labelled = await directory.call('rows', { ords: [...found.value.ords.slice(0, 50)] });
  expect(labelled.ok && labelled.value.some(({ segment: label }) => label !== null)).toBe(true);

  const controller = new AbortController();
  const cancelled = segment.call('run', { ...run, k: 12 }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  expect(await cancelled).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });

  const figures = { usableMs, ...filled.value, segmentMs: segments.value.ms };
  await annotate(JSON.stringify(figures));
  expect(figures.usableMs).toBeGreaterThan(0);
  for (const connection of [demo, directory, segment]) connection.close();
  await eraseDatabase(host().database);
}, 120_000);
