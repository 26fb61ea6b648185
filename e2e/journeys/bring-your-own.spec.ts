import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { makeChineseTable } from '#e2e/samples/make-chinese-table.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';

test('I bring a messy table in GBK with decimal commas; nothing is lost and twins stay two', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  const table = makeChineseTable(300, 7);
  await app.open();
  await app.expectReadyOffline();
  await context.setOffline(true);
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  await imports.pick({ name: 'customers.csv', bytes: table.bytes });
  await imports.expectRead('Encoding', 'Chinese');
  await imports.expectRead('Delimiter', 'Semicolon');
  await expectFit(page);

  await imports.goToColumns();
  await imports.expectColumn('客户名称', 'Name');
  await imports.expectColumn('城市', 'City');
  await imports.expectColumn('年采购额', en.imports.custom);
  await expectFit(page);
  await imports.goToCheck();
  await expectFit(page);
  await imports.start();
  const rows = String(table.rows);
  await imports.expectResult({ 'Rows read': rows, Added: rows, Refused: '0' });
  await expectFit(page);

  await app.goTo('customers');
  const customers = customersPage(page);
  await customers.expectCount(rows);
  // Row 25 of the source has no name; two twins stand before it.
  await customers.openRow(27);
  await customers.expectName('Customer 27');
  await customers.expectField('年采购额', /\d/u);
});

test('I cancel in the middle, and nothing of the file is left', async ({ page }) => {
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  const bytes = Buffer.from(makeCustomersTable({ rows: 40_000, seed: 3 }));
  await imports.pick({ name: 'many.csv', bytes });
  await imports.goToColumns();
  await imports.goToCheck();
  await imports.start();
  await imports.expectRunning();
  await imports.cancel();
  await imports.expectCancelled();
  await app.open();
  await firstRunPage(page).expectShown();
});

test('I undo a whole import, and the counts are back', async ({ page }) => {
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  const first = Buffer.from(makeCustomersTable({ rows: 30, seed: 1 }));
  const second = Buffer.from(makeCustomersTable({ rows: 1_500, seed: 2 }));
  await imports.bringIn({ name: 'first.csv', bytes: first });
  await imports.another();
  await imports.bringIn({ name: 'second.csv', bytes: second });
  await imports.undo();
  await app.goTo('customers');
  await customersPage(page).expectCount('30');
});
