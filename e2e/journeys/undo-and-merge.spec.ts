import { expect, type Page } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { duplicatesPage } from '#e2e/pages/duplicates-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { historyPage } from '#e2e/pages/history-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { keepPreferences } from '#e2e/pages/preferences.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { trashPage } from '#e2e/pages/trash-page.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';
import { zh } from '#i18n/zh.ts';

const file = `Name,City,Phone,Email
River Foods,Bonn,0228 5550101,office@river.example
River Foods Ltd,Bonn,0228 5550102,
北京华联超市,北京,010 85550103,buyer@hualian.example
Hill Tools,Köln,0221 5550104,hello@hill.example
`;

const bringIn = async (page: Page) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'customers.csv', bytes: Buffer.from(file) });
};

const take = async (page: Page, screen: string, theme = 'light', language = 'en') => {
  const { viewport } = test.info().project.use;
  const isWide = (viewport?.width ?? 0) > (viewport?.height ?? 0);
  const orientation = isWide ? 'landscape' : 'portrait';
  await shoot(page, { screen, orientation, theme, language });
};

const open = async (page: Page, name: string) => {
  await page.goto('./#/customers');
  await customersPage(page).openNamed(name);
};

const expectCustomers = async (page: Page, count: string) => {
  await page.goto('./#/customers');
  await customersPage(page).expectCount(count);
};

test('I delete customers by mistake and bring them back, from the trash and from the history', async ({
  page,
}) => {
  await bringIn(page);
  const trash = trashPage(page);
  await trash.open();
  await trash.expectEmpty();
  await expectFit(page);
  for (const [name, count] of [
    ['Hill Tools', '4'],
    ['北京华联超市', '3'],
  ] as const) {
    await expectCustomers(page, count);
    await open(page, name);
    await customersPage(page).remove();
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeHidden();
  }
  await trash.open();
  await trash.expectHolds('Hill Tools');
  await trash.expectHolds('北京华联超市');
  await expectFit(page);
  await take(page, 'trash');
  await trash.restore('Hill Tools');
  await trash.chooseAll();
  await trash.restoreChosen(1);
  await trash.expectEmpty();
  await expectCustomers(page, '4');

  const history = historyPage(page);
  await history.open();
  await history.expectLabels([
    'customer-restored',
    'customer-restored',
    'customer-deleted',
    'customer-deleted',
    'import-done',
  ]);
  await expectFit(page);
  await take(page, 'history');
  await history.undoDownTo(4);
  await history.expectLabels(['import-done']);
  await history.redoNext();
  await history.expectLabels(['customer-deleted', 'import-done']);
  await expectFit(page);
  await take(page, 'history-undone');

  await trash.open();
  await trash.expectHolds('Hill Tools');
  await trash.emptyNow();
  await trash.expectEmpty();
  await expectCustomers(page, '3');
});

test('two look-alikes become one with the name I choose, and two again; Ctrl+Z works', async ({
  page,
}) => {
  await bringIn(page);
  const duplicates = duplicatesPage(page);
  await duplicates.open();
  await duplicates.expectGroup('River Foods');
  await expectFit(page);
  await take(page, 'duplicates');
  await duplicates.compare('River Foods Ltd');
  await duplicates.expectCompared();
  await duplicates.keep(en.customers.name, 'River Foods Ltd');
  await expectFit(page);
  await take(page, 'compare');
  await duplicates.merge();
  await duplicates.expectMerged('River Foods Ltd', 'River Foods Ltd');
  await expectFit(page);
  await take(page, 'merged');
  await expectCustomers(page, '3');

  await duplicates.open();
  await duplicates.takeApart('River Foods Ltd');
  await duplicates.expectGroup('River Foods');
  await expectCustomers(page, '4');
  await page.keyboard.press('Control+z');
  await customersPage(page).expectCount('3');
  await page.keyboard.press('Control+z');
  await customersPage(page).expectCount('4');
  await page.keyboard.press('Control+Shift+z');
  await customersPage(page).expectCount('3');
  await page.keyboard.press('Control+z');
  await customersPage(page).expectCount('4');

  await duplicates.open();
  await duplicates.compare('River Foods Ltd');
  await duplicates.notSame();
  await duplicates.expectNone();
});

test('trash, history and duplicates are fit to show in the dark and in Chinese', async ({
  page,
}) => {
  await bringIn(page);
  await open(page, 'Hill Tools');
  await customersPage(page).remove();
  await customersPage(page).expectCount('3');
  for (const [language, words] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    await keepPreferences(page, { theme: 'dark', language });
    await page.reload();
    await trashPage(page, words).open();
    await trashPage(page, words).expectHolds('Hill Tools');
    await expectFit(page);
    await take(page, 'trash', 'dark', language);
    await historyPage(page, words).open();
    await historyPage(page, words).expectLabels(['customer-deleted', 'import-done']);
    await expectFit(page);
    await take(page, 'history', 'dark', language);
    await duplicatesPage(page, words).open();
    await duplicatesPage(page, words).expectGroup('River Foods');
    await expectFit(page);
    await take(page, 'duplicates', 'dark', language);
    await duplicatesPage(page, words).compare('River Foods Ltd');
    await duplicatesPage(page, words).expectCompared();
    await take(page, 'compare', 'dark', language);
  }
});
