import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { ordersPage } from '#e2e/pages/orders-page.ts';
import { keepPreferences } from '#e2e/pages/preferences.ts';
import { productsPage } from '#e2e/pages/products-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { test } from '#e2e/test.ts';
import { zh } from '#i18n/zh.ts';

const customers =
  'Name,Street,City,Postcode\nTeehaus am See,Uferweg 3,Konstanz,78462\nCafé Blau,Am Markt 1,Ulm,89073\n';
const year = new Date().getFullYear();

const orientationOf = (page: Page) =>
  (page.viewportSize()?.width ?? 0) > 1000 ? 'landscape' : 'portrait';

const picture = async (page: Page, screen: string, language = 'en', theme = 'light') => {
  await expectFit(page);
  await shoot(page, { screen, orientation: orientationOf(page), theme, language });
};

/** Pages and pictures of a PDF, by the words of the format itself. */
const readPdf = async (path: string) => {
  const bytes = await readFile(path);
  const text = bytes.toString('latin1');
  return {
    size: bytes.length,
    isPdf: text.startsWith('%PDF-1.') && text.trimEnd().endsWith('%%EOF'),
    pages: text.match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0,
    pictures: text.match(/\/Subtype \/Image/gu)?.length ?? 0,
    boxes: [...new Set(text.match(/\/MediaBox \[[^\]]*\]/gu))],
  };
};

const openShop = async (page: Page) => {
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'customers.csv', bytes: Buffer.from(customers) });
  const products = productsPage(page);
  await products.open();
  await products.add({
    name: 'Green tea',
    otherName: '绿茶',
    sku: 'T-1',
    price: '3,335',
    packSize: '6',
    category: 'Tea',
  });
  await products.expectProduct('Green tea');
  await products.open();
  await products.add({ name: 'Tea cup', sku: 'C-1', price: '12.5', category: 'Ware' });
  await products.expectProduct('Tea cup');
  return products;
};

test('I make products and find them by any of their names; a number is used once', async ({
  page,
}) => {
  const products = await openShop(page);
  await picture(page, 'product');
  await products.open();
  await products.expectListed(['Green tea', 'Tea cup']);
  await products.search('绿');
  await products.expectListed(['Green tea']);
  await products.search('C-1');
  await products.expectListed(['Tea cup']);
  await products.search('');
  await products.add({ name: 'Another', sku: 'T-1', price: '1' });
  await products.expectTaken('Green tea');
  await picture(page, 'product-form');
  await products.cancel();
  await page.getByRole('grid').getByRole('row').first().getByRole('link').click();
  await products.remove();
  await products.open();
  await products.expectListed(['Tea cup']);
  await appPage(page).undo();
  await products.expectListed(['Green tea', 'Tea cup']);
  await picture(page, 'products');
});

test('I take an order in packs, give a reason for the discount, and hand it over as a PDF', async ({
  page,
  context,
}) => {
  await openShop(page);
  await appPage(page).expectReadyOffline();
  await context.setOffline(true);
  const orders = ordersPage(page);
  await orders.open();
  await picture(page, 'orders-empty');
  await orders.start();
  await picture(page, 'order-customer');
  await orders.chooseCustomer('Teehaus am See');
  await orders.tap('Green tea', 2);
  await orders.tap('Tea cup');
  await picture(page, 'order-catalogue');
  await orders.showCart();
  await orders.expectQuantity('Green tea', '12');
  await orders.write('Green tea', 'Quantity', '8');
  await orders.expectWord('8 is no whole number of packs of 6.');
  await picture(page, 'order-pack');
  await orders.roundTo('12');
  await orders.write('Green tea', 'Tax %', '19');
  await orders.discountAll('15');
  await orders.expectWord('15% off is more than the 10% you may give. Say why.');
  await orders.save('order');
  await orders.expectReasonAsked();
  await picture(page, 'order-reason');
  await orders.giveReason('Opening of the new shop');
  await orders.expectDraftKept();

  await page.reload();
  await orders.expectQuantity('Green tea', '12');
  await orders.save('order');
  await orders.expectOrder(`Order ${year}-0001`);
  // 12 × 3.335 = 40.02 and 12.50; 15 % off by tax rate: 34.02 and 10.62; 19 % of 34.02 = 6.46.
  await orders.expectSum('Goods', '€52.52');
  await orders.expectSum('Discounts', '-€7.88');
  await orders.expectSum('Net', '€44.64');
  await orders.expectSum('Tax', '€6.46');
  await orders.expectSum('Total', '€51.10');
  await picture(page, 'order');

  const download = await orders.downloadPdf();
  expect(download.suggestedFilename()).toBe(`Order ${year}-0001.pdf`);
  const pdf = await readPdf(await download.path());
  expect(pdf).toMatchObject({ isPdf: true, pages: 1, pictures: 1 });
  expect(pdf.boxes).toEqual(['/MediaBox [0 0 595.28 841.89]']);
  expect(pdf.size).toBeGreaterThan(20_000);
  expect(pdf.size).toBeLessThan(1_000_000);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('main')).toBeHidden();
  await shoot(page, {
    screen: 'order-print',
    orientation: orientationOf(page),
    theme: 'light',
    language: 'en',
  });
  await page.emulateMedia({ media: 'screen' });
});

test('I repeat the last order as a quote, it is accepted, and part of it comes back', async ({
  page,
}) => {
  await openShop(page);
  const orders = ordersPage(page);
  await orders.open();
  await orders.start();
  await orders.chooseCustomer('Café Blau');
  await orders.tap('Tea cup', 3);
  await orders.save('order');
  await orders.expectOrder(`Order ${year}-0001`);

  await orders.open();
  await orders.start();
  await orders.chooseCustomer('Café Blau');
  await orders.makeIt('quote');
  await orders.repeatLast();
  await orders.expectQuantity('Tea cup', '3');
  await orders.save('quote');
  await orders.expectOrder(`Quote ${year}-0001`);
  await orders.toOrder();
  await orders.expectOrder(`Order ${year}-0002`);
  await orders.expectSum('Total', '€37.50');

  await orders.takeBack();
  await orders.expectQuantity('Tea cup', '3');
  await orders.write('Tea cup', 'Quantity', '4');
  await orders.expectWord('Only 3 were sold.');
  await orders.write('Tea cup', 'Quantity', '2');
  await orders.save('return');
  await orders.expectOrder(`Return ${year}-0001`);
  await orders.expectSum('Total', '-€25.00');

  await orders.open();
  await orders.expectListed(4);
  await picture(page, 'orders');
  await appPage(page).undo();
  await orders.narrow('Draft');
  await orders.expectListed(1);
  await orders.narrow('Done');
  await orders.expectListed(1);

  await keepPreferences(page, { language: 'zh', theme: 'dark' });
  await page.reload();
  const chinese = ordersPage(page, zh);
  await page.getByRole('grid').getByRole('row').first().getByRole('link').click();
  await chinese.expectOrder(`报价单 ${year}-0001`);
  await picture(page, 'order', 'zh', 'dark');
});
