import type { Page } from 'playwright';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { makeOrdersTable } from '#e2e/samples/make-orders-table.ts';
import { withBenchFile } from './bench-file.ts';
import { type BenchLine, type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';
import type { LabSession } from './lab-session.ts';
import { jumpInList, openFirstCustomer, scrollLongList, timeToList } from './list-actions.ts';
import type { Options } from './parse-options.ts';

const repeats = 3;
const usualRows = 100_000;
/** The page only: the browser's switch does not slow workers. */
const slowdown = 4;
/** Name of the database the app itself opens. */
const appDatabase = 'rapport';

const plain = '#/customers';
/** Lists one asks for, each from the plain list. */
const asked = {
  'filter, ms': `${plain}?f=custom%3Aemployees~at-least~20`,
  'sort by name, ms': `${plain}?sort=name&dir=desc`,
  'sort by a number of the own file, ms': `${plain}?sort=custom%3Aturnover&dir=desc`,
  'search, a word, ms': `${plain}?search=shop%20777`,
  'search, a slip, ms': `${plain}?search=shpo%2099999`,
} as const;

const openList = async (session: LabSession): Promise<Page> => {
  const page = await session.browser.open(`/${plain}`);
  await page.waitForSelector('[role=grid] a', { timeout: 120_000 });
  return page;
};

const heapMB = async (session: LabSession, page: Page): Promise<number> => {
  const devtools = await session.browser.devtools(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
};

type Figures = Record<string, number[]>;

const note = (figures: Figures, name: string, value: number) => {
  figures[name] = [...(figures[name] ?? []), value];
};

const measure = async (session: LabSession, figures: Figures) => {
  const startedAt = performance.now();
  const page = await openList(session);
  note(figures, 'ms from address to the first row', performance.now() - startedAt);
  // All are counted before the clock starts: what is measured is the list, not the opening.
  await page.waitForFunction(
    () => /\d/u.test(document.querySelector('h1 ~ * [role=status]')?.textContent ?? ''),
    undefined,
    { timeout: 120_000 },
  );
  const devtools = await session.browser.devtools(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  note(figures, 'frames a second while scrolling', await page.evaluate(scrollLongList, 3_000));
  note(figures, 'page of the list after a jump, ms', await page.evaluate(jumpInList));
  for (const [name, address] of Object.entries(asked)) {
    note(figures, name, await page.evaluate(timeToList, address));
    await page.evaluate(timeToList, plain);
  }
  const opened = await page.evaluate(openFirstCustomer);
  note(figures, 'customer page, its heading, ms', opened.heading);
  note(figures, 'customer page, all of its cards, ms', opened.cards);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  note(figures, 'heap of the page, MB', await heapMB(session, page));
  await page.close();
};

/** The browser started anew, the host out of reach: from the address to the first row. */
const measureOffline = async (session: LabSession, figures: Figures) => {
  const first = await openList(session);
  await first.waitForFunction(
    () => document.documentElement.dataset.offline === 'ready',
    undefined,
    { timeout: 120_000 },
  );
  const comeBack = await session.server.die();
  for (let turn = 0; turn < repeats; turn += 1) {
    await session.browser.restart();
    const page = await session.browser.blank();
    const devtools = await session.browser.devtools(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const startedAt = performance.now();
    await page.goto(`${session.server.origin}/${plain}`, { waitUntil: 'commit' });
    await page.waitForSelector('[role=grid] a', { timeout: 120_000 });
    note(
      figures,
      'offline, browser started anew: ms to the first row',
      performance.now() - startedAt,
    );
    await page.close();
  }
  await comeBack();
  // The laboratory's own page went with the browser.
  await session.restart();
};

const measured = async (session: LabSession, what: string): Promise<BenchLine[]> => {
  const figures: Figures = {};
  for (let turn = 0; turn < repeats; turn += 1) await measure(session, figures);
  await measureOffline(session, figures);
  return Object.entries(figures).map(([name, values]) =>
    benchLine(`${what}, page ${slowdown}× slower: ${name}`, values, undefined, 1),
  );
};

const filled = new WeakSet<LabSession>();

/** The customers of all rows here, once. */
const fill = async (session: LabSession, options: Options): Promise<number> => {
  const rows = options.whole('rows') ?? usualRows;
  if (filled.has(session)) return rows;
  filled.add(session);
  const text = makeCustomersTable({ rows, seed: options.whole('seed') ?? 0 });
  return withBenchFile('customers.csv', text, async (path) => {
    const file = offerFile(session.server, path);
    const input = { database: appDatabase, file, as: 'customers', map: 'auto' } as const;
    await session.call('importFile', { ...input, settings: {}, now: Date.now() });
    return rows;
  });
};

/** The list of customers and what one does with it, the page throttled. */
export const benchList: BenchRow = async (session, options) =>
  measured(session, `list of ${await fill(session, options)}`);

const linesPerOrder = 10;
const orderedBy = 1_000;

/** The same once there are as many orders as customers, ten lines each. Comes after `list`. */
export const benchListWithOrders: BenchRow = async (session, options) => {
  await fill(session, options);
  const orders = options.whole('rows') ?? usualRows;
  const made = makeOrdersTable({
    orders,
    customers: orderedBy,
    seed: options.whole('seed') ?? 0,
    mostLines: linesPerOrder * 2 - 1,
  });
  return withBenchFile('orders.csv', made.text, async (path) => {
    const file = offerFile(session.server, path);
    const input = { database: appDatabase, file, as: 'orders', map: 'auto' } as const;
    await session.call('importFile', { ...input, settings: {}, now: Date.now() });
    return measured(session, `list with ${orders} orders of ${made.lines} lines`);
  });
};
