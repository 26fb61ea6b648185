import { expect } from '@playwright/test';
import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { test } from '#e2e/test.ts';

test('I open Rapport once, lose the network, and fill it with the demo', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  const firstRun = firstRunPage(page);
  await app.open();
  await firstRun.expectShown();
  await expectFit(page);
  await app.expectReadyOffline();

  await context.setOffline(true);
  await page.reload();
  await firstRun.expectShown();

  await firstRun.loadDemo();
  await app.expectUsable();
  await app.goTo('customers');
  await app.expectNoJobs(180_000);
  const customers = customersPage(page);
  await customers.expectCount('5,000');
  await expectFit(page);

  await page.reload();
  await customers.expectCount('5,000');
  expect(await customers.firstName()).toMatch(/\p{L}/u);
});
