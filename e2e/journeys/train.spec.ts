import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { appPage } from '#e2e/pages/app-page.ts';
import { customerPage } from '#e2e/pages/customer-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { predictionsPage } from '#e2e/pages/predictions-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';

test('I train, pause, cancel, train again and choose: a cancelled training and a model not wanted change nothing, and a score says why', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  await app.open();
  await app.expectReadyOffline();
  await context.setOffline(true);
  await firstRunPage(page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows: 3_000, seed: 11 }));
  await importPage(page).bringIn({ name: 'shops.csv', bytes });

  const predictions = predictionsPage(page);
  await predictions.open();
  await predictions.ask('bought', 'yes');
  await predictions.computeBy('cpu');
  await expectFit(page);
  await predictions.train();
  await predictions.expectRound();
  await expectFit(page);
  await predictions.pauseAndResume();
  await predictions.cancel();
  await predictions.expectCancelledWithoutModel();

  await predictions.train();
  const hits = await predictions.topHits();
  expect(hits).toBeGreaterThan(35);
  const [lift, low, high] = await predictions.lifted();
  expect(low).toBeGreaterThan(1);
  expect(lift).toBeGreaterThanOrEqual(low);
  expect(high).toBeGreaterThanOrEqual(lift);
  await predictions.planCalls({ calls: '100', cost: '20', worth: '90' });
  const expected = await predictions.expectedHits();
  expect(expected).toBeGreaterThan(35);
  await predictions.expectBestCalls();
  await expectFit(page);
  await predictions.tick('measure 10', false);
  await page.reload();
  await predictions.open();
  expect(await predictions.expectedHits()).toBe(expected);

  await predictions.expectUnticked('measure 10');
  await predictions.tick('measure 10', true);

  await predictions.openExport();
  await expectFit(page);
  const names = Object.keys(unzipSync(await readFile(await predictions.exportModel())));
  expect(names).toEqual(expect.arrayContaining(['model.json', 'weights.bin', 'recipe.json']));

  await predictions.computeBy('cpu');
  await predictions.train();
  await predictions.expectRound();
  await predictions.cancel();
  await predictions.expectCancelledKeepingModel();
  expect(await predictions.topHits()).toBe(hits);

  await predictions.kind('logistic');
  await predictions.train();
  await predictions.expectCandidate('own-figures');
  await expectFit(page);
  expect(await predictions.topHits()).toBe(hits);
  await predictions.answerCandidate('keep');
  await predictions.expectKindInUse('reference');
  await predictions.train();
  await predictions.expectCandidate('own-figures');
  await predictions.answerCandidate('use');
  await predictions.expectKindInUse('logistic');
  await predictions.rollBackTo('reference');
  await predictions.expectKindInUse('reference');
  expect(await predictions.topHits()).toBe(hits);

  await predictions.seeLikely();
  await customersPage(page).expectScored();
  await expectFit(page);

  await customersPage(page).openFirst();
  const customer = customerPage(page);
  await customer.showReasons();
  await customer.expectSimilar();
  await customer.openWhatIf();
  await customer.tryNumber('employees', '1');
  await expectFit(page);
});
