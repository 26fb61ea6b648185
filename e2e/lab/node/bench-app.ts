import type { Page } from 'playwright';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { withBenchFile } from './bench-file.ts';
import { type BenchRow, benchLine } from './bench-row.ts';
import { offerFile } from './find-input.ts';
import type { LabSession } from './lab-session.ts';

const repeats = 3;
const usualRows = 100_000;
/** The page only: the browser's switch does not slow workers. */
const slowdown = 4;
/** Name of the database the app itself opens. */
const appDatabase = 'rapport';

/** Runs in the page: scrolls the long list for a while and counts the frames it got. */
const scrollLongList = async (ms: number): Promise<number> => {
  const lists = [...document.querySelectorAll('*')].filter(
    ({ scrollHeight, clientHeight }) => clientHeight > 200 && scrollHeight > clientHeight * 20,
  );
  const list = lists.at(-1);
  if (list === undefined) throw new Error('There is no long list on the page.');
  list.scrollTop = 0;
  let frames = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < ms) {
    await new Promise(requestAnimationFrame);
    list.scrollTop += 120;
    frames += 1;
  }
  return (frames * 1000) / (performance.now() - startedAt);
};

const openList = async (session: LabSession): Promise<Page> => {
  const page = await session.browser.open('/#/customers');
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('*')].some(
        ({ scrollHeight, clientHeight }) => clientHeight > 200 && scrollHeight > clientHeight * 20,
      ),
    undefined,
    { timeout: 120_000 },
  );
  return page;
};

/** The list of customers: frames a second while scrolling, the page throttled; time until it shows. */
export const benchList: BenchRow = async (session, options) => {
  const rows = options.whole('rows') ?? usualRows;
  const text = makeCustomersTable({ rows, seed: options.whole('seed') ?? 0 });
  return withBenchFile('customers.csv', text, async (path) => {
    const file = offerFile(session.server, path);
    const input = { database: appDatabase, file, as: 'customers', map: 'auto' } as const;
    await session.call('importFile', { ...input, settings: {}, now: Date.now() });
    const speeds: number[] = [];
    const shown: number[] = [];
    for (let turn = 0; turn < repeats; turn += 1) {
      const startedAt = performance.now();
      const page = await openList(session);
      shown.push(performance.now() - startedAt);
      const devtools = await session.browser.devtools(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      speeds.push(await page.evaluate(scrollLongList, 3_000));
      await page.close();
    }
    return [
      benchLine(
        `list of ${rows}, frames a second while scrolling, page ${slowdown}× slower`,
        speeds,
        undefined,
        1,
      ),
      benchLine(`list of ${rows}, ms from address to a list that scrolls`, shown, undefined),
    ];
  });
};

/** Start of the app with the host dead and the browser restarted. Must be the last row. */
export const benchOfflineStart: BenchRow = async (session) => {
  const first = await session.browser.open('/');
  await first.waitForFunction(() => document.documentElement.dataset.offline === 'ready');
  await session.server.close();
  const times: number[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    await session.browser.restart();
    const startedAt = performance.now();
    const page = await session.browser.open('/');
    await page.waitForSelector('#root main');
    times.push(performance.now() - startedAt);
  }
  return [benchLine('offline start, host dead, browser restarted, ms', times, undefined)];
};
