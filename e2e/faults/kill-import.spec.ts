import { chromium, expect, type Page, test } from '@playwright/test';
import { startHost } from '#e2e/host.ts';
import { launchOptions } from '#e2e/launch-options.ts';
import { watchNoise } from '#e2e/noise.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { killBrowser } from './kill-browser.ts';
import { readStored } from './stored-records.ts';

const rows = 30_000;
/** Moments of the kill after the first rows were read, ms: early, midway, late. */
const moments = [0, 900, 2_400];

const beginImport = async (page: Page, url: string, bytes: Buffer) => {
  await page.goto(url);
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  await imports.pick({ name: 'many.csv', bytes });
  await imports.goToColumns();
  await imports.goToCheck();
  await imports.start();
  await imports.expectRunning();
};

/** Everything of the import is there, or nothing at all: rows, columns, fields and journal agree. */
const expectNothingHalf = async (page: Page) => {
  await expect(async () => {
    const { imports } = await readStored(page);
    expect(imports.filter((state) => state === 'running' || state === 'removing')).toEqual([]);
  }).toPass({ timeout: 60_000 });
  const stored = await readStored(page);
  const whole = stored.customers === rows;
  expect(stored.customers).toBe(whole ? rows : 0);
  expect(stored.chunks > 0).toBe(whole);
  expect(stored.fields > 0).toBe(whole);
  return whole;
};

for (const moment of moments)
  test(`the browser is killed ${moment} ms into an import: nothing half is left`, async () => {
    const info = test.info();
    const host = await startHost();
    const profile = info.outputPath('profile');
    const bytes = Buffer.from(makeCustomersTable({ rows, seed: 5 }));
    const first = await chromium.launchPersistentContext(profile, launchOptions);
    const page = first.pages()[0] ?? (await first.newPage());
    await beginImport(page, host.url, bytes);
    await new Promise((passed) => setTimeout(passed, moment));
    await killBrowser(first);

    const second = await chromium.launchPersistentContext(profile, launchOptions);
    const noise = watchNoise(second, new URL(host.url).origin);
    const again = second.pages()[0] ?? (await second.newPage());
    await again.goto(host.url);
    const whole = await expectNothingHalf(again);
    info.annotations.push({ type: 'after the kill', description: whole ? 'all' : 'nothing' });
    if (!whole) await firstRunPage(again).expectShown();
    noise.expectNone();
    await second.close();
    await host.kill();
  });
