import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';

const repeats = 3;
const usualRows = 100_000;

/** Import of a wide table of customers against the raw IndexedDB write of the same sealed rows. */
export const benchImport: BenchRow = async (session, options) => {
  const rows = options.whole('rows') ?? usualRows;
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  const path = join(folder, 'customers.csv');
  await writeFile(path, makeCustomersTable({ rows, seed: options.whole('seed') ?? 0 }));
  const ours: number[] = [];
  const raw: number[] = [];
  const longest: number[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const database = `lab-bench-${turn}`;
    const file = offerFile(session.server, path);
    const input = { database, file, as: 'customers', map: 'none', now: Date.now() } as const;
    const done = await session.call('importWatched', input);
    ours.push(done.ms);
    longest.push(Math.max(0, ...done.longTasks));
    raw.push((await session.call('writeRaw', { from: database })).ms);
    await session.call('erase', { database });
  }
  await rm(folder, { recursive: true, force: true });
  return [
    benchLine(`import ${rows} × 20, ms, against raw IndexedDB`, ours, raw),
    benchLine(
      `import ${rows} × 20, rows a second`,
      ours.map((ms) => (rows / ms) * 1000),
      undefined,
    ),
    benchLine('longest task of the page while importing, ms', longest, undefined),
  ];
};
