import { chromium, expect } from '@playwright/test';
import { launchOptions } from '#e2e/launch-options.ts';
import { watchNoise } from '#e2e/noise.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { predictionsPage } from '#e2e/pages/predictions-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { segmentsPage } from '#e2e/pages/segments-page.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';

test('with no customers nothing can be trained or grouped, and the screens say so', async ({
  page,
}) => {
  await appPage(page).open();
  await predictionsPage(page).open();
  await predictionsPage(page).expectNoQuestion();
  await segmentsPage(page).open();
  await segmentsPage(page).expectNoCustomers();
});

test('20 customers are too few to learn from: it is said before anybody presses Train', async ({
  page,
}) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows: 20, seed: 4 }));
  await importPage(page).bringIn({ name: 'few.csv', bytes });
  await predictionsPage(page).open();
  await predictionsPage(page).expectTooLittle();
});

/** 600 shops in a made-up order, with further columns. */
const shops = (header: string, cells: (row: number) => string): Buffer => {
  const lines = Array.from(
    { length: 600 },
    (_, row) => `Shop ${row},${(row * 7919) % 97},${cells(row)}`,
  );
  return Buffer.from(`name,size,${header}\n${lines.join('\n')}\n`);
};

test('a column with one answer, and one with none, are no questions', async ({ page }) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const bytes = shops('member,empty', () => 'yes,');
  await importPage(page).bringIn({ name: 'no-question.csv', bytes });
  await predictionsPage(page).open();
  await predictionsPage(page).expectNoQuestion();
});

test('of three answers one is looked for; where nothing can be learnt, that is said', async ({
  page,
}) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const answers = ['low', 'middle', 'high'];
  const bytes = shops('answer', (row) => answers[(row * 104_729) % 3] ?? '');
  await importPage(page).bringIn({ name: 'three-answers.csv', bytes });
  const predictions = predictionsPage(page);
  await predictions.open();
  await predictions.ask('answer', 'high');
  await predictions.train();
  await predictions.expectReport();
  await predictions.expectNoSignal();
});

test('a tab closed in the middle of a training: the next one offers to go on, and does; a quick one says what it left out', async ({
  page,
}) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows: 4_000, seed: 12 }));
  await importPage(page).bringIn({ name: 'shops.csv', bytes });
  const predictions = predictionsPage(page);
  await predictions.open();
  await predictions.ask('bought', 'yes');
  await predictions.train();
  await predictions.expectHalfLearned();
  await page.reload();
  await predictions.open();
  await predictions.goOn();
  expect(await predictions.topHits()).toBeGreaterThan(0);

  await predictions.takeTime('quick');
  await expectFit(page);
  await predictions.train();
  await predictions.expectCandidate('own-figures');
  await predictions.answerCandidate('use');
  await predictions.expectTimeSaved();
  await expectFit(page);
});

test('without WebGL the processor learns instead, and nothing is reported as an error', async ({
  host,
}) => {
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []).filter((word) => !word.includes('swiftshader')),
      ...['--disable-gpu', '--disable-3d-apis', '--disable-software-rasterizer'],
    ],
  });
  const context = await browser.newContext({ baseURL: host.url, locale: 'en-GB' });
  const noise = watchNoise(context, new URL(host.url).origin);
  const page = await context.newPage();
  await appPage(page).open();
  expect(await page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2'))).toBeNull();
  await firstRunPage(page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows: 1_500, seed: 6 }));
  await importPage(page).bringIn({ name: 'shops.csv', bytes });
  const predictions = predictionsPage(page);
  await predictions.open();
  await predictions.ask('bought', 'yes');
  await predictions.train();
  expect(await predictions.topHits(180_000)).toBeGreaterThan(0);
  await predictions.openDetails();
  await expect(page.getByText(/processor/u).first()).toBeVisible();
  noise.expectNone();
  await browser.close();
});
