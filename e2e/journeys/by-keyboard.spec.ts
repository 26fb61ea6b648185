import { expect } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { palettePage } from '#e2e/pages/palette-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';

test('I find a customer and go places without touching the screen', async ({ page }, info) => {
  const app = appPage(page);
  const palette = palettePage(page);
  await app.open();
  await firstRunPage(page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows: 60, seed: 9 }));
  await importPage(page).bringIn({ name: 'book.csv', bytes });

  await palette.open();
  await palette.type('shop 42');
  await palette.expectFound('Shop 42');
  await expectFit(page);
  await shoot(page, {
    screen: 'palette',
    orientation: info.project.name,
    theme: 'light',
    language: 'en',
  });
  await palette.take('Shop 42');
  await customersPage(page).expectName('Shop 42');

  await palette.open();
  await palette.expectFound('Log a visit here');
  await palette.type('trash');
  await palette.take('Trash');
  await expect(page).toHaveURL(/#\/trash$/u);

  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/#\/customers$/u);
  await customersPage(page).expectCount('60');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await customersPage(page).expectName('Shop 2');

  await palette.openKeys();
  await expectFit(page);
  await shoot(page, {
    screen: 'keys',
    orientation: info.project.name,
    theme: 'light',
    language: 'en',
  });
  await palette.close();
});
