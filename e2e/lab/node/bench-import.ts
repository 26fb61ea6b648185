import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { makeOrdersTable } from '#e2e/samples/make-orders-table.ts';
import { withBenchFile } from './bench-file.ts';
import { type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';

const repeats = 3;
const usualRows = 100_000;

/** Import of a wide table of customers against the raw IndexedDB write of the same sealed rows. */
export const benchImport: BenchRow = async (session, options) => {
  const rows = options.whole('rows') ?? usualRows;
  const text = makeCustomersTable({ rows, seed: options.whole('seed') ?? 0 });
  return withBenchFile('customers.csv', text, async (path) => {
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
    const speed = ours.map((ms) => (rows / ms) * 1000);
    return [
      benchLine(`import of ${rows} customers × 20, ms | raw IndexedDB`, ours, raw),
      benchLine('rows a second while importing', speed, undefined),
      benchLine(
        'longest task of the page while importing, ms (0: none over 50)',
        longest,
        undefined,
      ),
    ];
  });
};

/** Import of order lines at scale: time and the renderer's peak. */
export const benchOrders: BenchRow = async (session, options) => {
  const orders = Math.round((options.whole('rows') ?? 332_447) / 2.5);
  const made = makeOrdersTable({ orders, customers: 4_000, seed: options.whole('seed') ?? 0 });
  return withBenchFile('orders.csv', made.text, async (path) => {
    await session.restart();
    const file = offerFile(session.server, path);
    const input = { database: 'lab-bench-orders', file, map: 'auto', now: Date.now() } as const;
    const done = await session.call('importWatched', { ...input, as: 'orders' });
    const peak = await session.browser.rendererMB();
    await session.call('erase', { database: 'lab-bench-orders' });
    return [
      benchLine(`import of ${made.lines} order lines, ms`, [done.ms], undefined),
      benchLine(
        'renderer at its peak while importing them, MB',
        peak === null ? [] : [peak],
        undefined,
      ),
    ];
  });
};
