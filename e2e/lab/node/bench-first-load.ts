import { brotliCompressSync } from 'node:zlib';
import { type BenchRow, benchLine } from './bench-row.ts';

const kib = (bytes: number) => bytes / 1024;

/** What the browser fetches before the app shows itself, brotli as a good host would send it. */
export const benchFirstLoad: BenchRow = async (session) => {
  const page = await session.browser.open('/e2e/lab/lab.html');
  const fetched: Promise<{ type: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type !== 'script' && type !== 'stylesheet') return;
    // What the service worker fetches ahead is not what the page waits for.
    if (response.request().serviceWorker() !== null) return;
    const weigh = async () => ({ type, bytes: brotliCompressSync(await response.body()).length });
    fetched.push(weigh().catch(() => ({ type, bytes: 0 })));
  });
  await page.goto(`${session.server.origin}/`);
  await page.waitForSelector('#root main');
  const weighed = await Promise.all(fetched);
  const sum = (wanted: string) =>
    weighed.filter(({ type }) => type === wanted).reduce((total, { bytes }) => total + bytes, 0);
  return [
    benchLine('first load, scripts, KiB brotli', [kib(sum('script'))], undefined, 1),
    benchLine('first load, styles, KiB brotli', [kib(sum('stylesheet'))], undefined, 1),
  ];
};
