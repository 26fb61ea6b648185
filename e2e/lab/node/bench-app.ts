import { type BenchRow, benchLine } from './bench-row.ts';

const repeats = 3;

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
