import { en } from '#i18n/en.ts';
import { type BenchRow, benchLine } from './bench-row.ts';
import { startLabBrowser } from './lab-browser.ts';

const repeats = 3;
/** The page only: the browser's switch does not slow workers. */
const slowdown = 4;

/** From pressing "Load demo data" until the first customers stand in the list, each in a new browser. */
export const benchDemo: BenchRow = async (session, _options, log) => {
  const times: number[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const browser = await startLabBrowser(session.server.origin, log);
    try {
      const page = await browser.open('/');
      const load = page.getByRole('button', { name: en.firstRun.demo });
      await load.waitFor();
      const devtools = await browser.devtools(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const startedAt = performance.now();
      await load.click();
      // The first run gives way to the places as soon as there is anybody.
      await page.locator(`nav a[href="#/customers"]`).click();
      await page.waitForSelector('[role=grid] a');
      times.push(performance.now() - startedAt);
    } finally {
      await browser.close();
    }
  }
  return [benchLine(`demo usable, page ${slowdown}× slower, ms`, times, undefined)];
};
