import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { startHost } from '#e2e/host.ts';
import { launchOptions } from '#e2e/launch-options.ts';
import { watchNoise } from '#e2e/noise.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { assistantPage } from '#e2e/pages/assistant-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { predictionsPage } from '#e2e/pages/predictions-page.ts';
import { segmentsPage } from '#e2e/pages/segments-page.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';

const rows = 4_000;

const start = async (profile: string): Promise<{ context: BrowserContext; page: Page }> => {
  const { viewport } = test.info().project.use;
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    locale: 'en-GB',
    ...(viewport === undefined ? {} : { viewport }),
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
};

test('one thread: import, learn who will buy, segment, ask; then the host dies, the tablet restarts, and I go on', async () => {
  const host = await startHost();
  const { origin } = new URL(host.url);
  const profile = test.info().outputPath('profile');

  const first = await start(profile);
  const noise = watchNoise(first.context, origin);
  await first.page.goto(host.url);
  await appPage(first.page).expectReadyOffline();
  await firstRunPage(first.page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows, seed: 21 }));
  await importPage(first.page).bringIn({ name: 'shops.csv', bytes });
  await first.page.goto(`${host.url}#/insights/predictions`);
  const predictions = predictionsPage(first.page);
  await predictions.ask('bought', 'yes');
  await predictions.train();
  const hits = await predictions.topHits(180_000);
  expect(hits).toBeGreaterThan(35);
  await predictions.showEffects();
  await first.page.goto(`${host.url}#/insights/segments`);
  await segmentsPage(first.page).find('3');
  await segmentsPage(first.page).expectCards(3);
  const names = await segmentsPage(first.page).names();
  noise.expectNone();

  await host.kill();
  await first.context.close();

  const second = await start(profile);
  const later = watchNoise(second.context, origin);
  const { page } = second;
  await page.goto(`${host.url}#/customers`);
  await customersPage(page).expectCount('4,000');
  await customersPage(page).expectScored();
  await page.goto(`${host.url}#/insights/predictions`);
  expect(await predictionsPage(page).topHits()).toBe(hits);
  await page.goto(`${host.url}#/insights/segments`);
  await segmentsPage(page).expectCards(3);
  expect(await segmentsPage(page).names()).toEqual(names);
  await page.goto(`${host.url}#/assistant`);
  const assistant = assistantPage(page);
  await assistant.ask('Who is most likely to buy? Show the top 5.');
  await assistant.expectAnswer(/Shop \d+/u);
  await assistant.openLastLink();
  await expect(page.getByRole('heading', { level: 1, name: /^Shop \d+$/u })).toBeVisible();
  await page.goto(`${host.url}#/insights/segments`);
  await segmentsPage(page).find('4');
  await segmentsPage(page).expectCards(4);
  later.expectNone();
  await second.context.close();
});
