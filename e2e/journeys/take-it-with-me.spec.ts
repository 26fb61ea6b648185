import { expect } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { exportPage } from '#e2e/pages/export-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { settingsPage } from '#e2e/pages/settings-page.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';

const digestOf = (file: Buffer) =>
  (JSON.parse(file.toString('utf8')) as { readonly digest: string }).digest;

test('I take everything out, erase the tablet, and have it back exactly, without a network', async ({
  page,
  context,
}, info) => {
  const app = appPage(page);
  const out = exportPage(page);
  await app.open();
  await app.expectReadyOffline();
  await context.setOffline(true);
  await firstRunPage(page).importFile();
  const bytes = Buffer.from(makeCustomersTable({ rows: 400, seed: 5 }));
  await importPage(page).bringIn({ name: 'book.csv', bytes });

  await out.open();
  await out.expectShown();
  await expectFit(page);
  const csv = (await out.makeCsv()).toString('utf8');
  expect(csv.split('\r\n')).toHaveLength(402);
  await expectFit(page);
  await shoot(page, {
    screen: 'export',
    orientation: info.project.name,
    theme: 'light',
    language: 'en',
  });
  const book = await out.makeWorkbook();
  expect(book.subarray(0, 2).toString('latin1')).toBe('PK');
  const cards = (await out.makeAddressBook()).toString('utf8');
  expect(cards.match(/BEGIN:VCARD/gu)).toHaveLength(400);
  const everything = await out.makeEverything();

  await settingsPage(page).eraseEverything();
  await firstRunPage(page).expectShown();
  await out.open();
  await out.pickEverything(everything);
  await out.expectFound(400);
  await expectFit(page);
  await out.takeOver();
  expect(digestOf(await out.makeEverything())).toBe(digestOf(everything));
  await app.goTo('customers');
  await customersPage(page).expectCount('400');
});
