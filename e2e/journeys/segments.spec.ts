import { expect } from '@playwright/test';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { segmentsPage } from '#e2e/pages/segments-page.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';

test('which groups do I have, are they real, who moved, and back to the old ones with my name for them', async ({
  page,
}) => {
  await page.goto('./');
  await firstRunPage(page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows: 600, seed: 4 }));
  await importPage(page).bringIn({ name: 'shops.csv', bytes });
  const segments = segmentsPage(page);
  await segments.open();
  await segments.findByItself();
  await segments.expectReasons();
  await appPage(page).expectNoJobs();
  await segments.find('3');
  await segments.expectCards(3);
  await segments.rename(0, 'Harbour shops');
  await segments.find('5');
  await segments.expectCards(5);
  expect(await segments.firstWhoMoved()).toMatch(/^Shop \d+$/u);
  await appPage(page).expectNoJobs();
  await segments.tapMap();
  await expectFit(page);
  await segments.useEarlier();
  await segments.expectCards(3);
  expect(await segments.names()).toContain('Harbour shops');
  await segments.makeList(0, 'March tour');
  await segments.planVisits(10);
  await segments.closeSheet();
});
