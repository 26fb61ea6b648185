import { expect } from '@playwright/test';
import writeExcelFile from 'write-excel-file/node';
import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { encodeGbk } from '#e2e/samples/encode-gbk.ts';
import { makeChineseTable } from '#e2e/samples/make-chinese-table.ts';
import { makeCustomersTable } from '#e2e/samples/make-customers-table.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';

/** A sheet with a title above its header, as offices make them. */
const makeWorkbook = (): Promise<Buffer> =>
  writeExcelFile([
    [{ value: 'Customers of the north', type: String }],
    ['customer id', 'company', 'city'].map((value) => ({ value, type: String })),
    ['K1', 'Acme', 'York'].map((value) => ({ value, type: String })),
    ['K2', 'Bolt', 'Hull'].map((value) => ({ value, type: String })),
  ]).toBuffer();

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

test('I see what is new and what is there twice, mend a refused row, and undo it', async ({
  page,
}) => {
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  const { imports: words } = en;
  const table = makeChineseTable(300, 7);
  const torn = encodeGbk('坏行超市;上海\r\n');
  const bytes = Buffer.concat([table.bytes, torn]);
  await imports.pick({ name: '客户.csv', bytes });
  await imports.goToColumns();
  await imports.goToCheck();
  await imports.expectCheck({ [words.isNew]: '330', [words.refusedRows]: '1' });
  await imports.chooseRule(words.matchBy, words.matchWays.all);
  // Thirty rows stand there twice; six of them have no name to be known by.
  await imports.expectCheck({ [words.isNew]: '306', [words.wouldUpdate]: '24' });
  await expectFit(page);
  await imports.start();
  await imports.expectResult({ Added: '306', Updated: '24', Refused: '1' });
  await expectFit(page);

  const refused = (await imports.errorFile()).toString('utf8');
  expect(refused).toContain('坏行超市,上海\r\n');
  const mended = Buffer.from(refused.replace('坏行超市,上海', '坏行超市,上海,12.5,是,好了'));
  await imports.another();
  await imports.pick({ name: 'mended.csv', bytes: mended });
  await imports.goToColumns();
  await imports.expectColumn(words.reasonHead, words.skip);
  await imports.goToCheck();
  await imports.start();
  await imports.expectResult({ Added: '1', Refused: '0' });
  await imports.undo();
  await app.goTo('customers');
  await customersPage(page).expectCount('306');
});

test('a workbook and its orders come in together, and a table pasted later updates them', async ({
  page,
}) => {
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  const { imports: words } = en;
  const orders =
    'order id,customer id,order date,amount\n7,K1,2026-03-02,120\n8,K2,2026-03-05,80\n';
  await imports.pick([
    { name: 'orders.csv', bytes: Buffer.from(orders) },
    { name: 'customers.xlsx', bytes: await makeWorkbook() },
  ]);
  await imports.look('customers.xlsx');
  await imports.expectSaid(words.remarks.preamble(1));
  await expectFit(page);
  await imports.goToColumns();
  await imports.expectColumn('customer id', words.fields.externalId);
  await expectFit(page);
  await imports.goToCheck();
  await imports.expectCheck({ [words.ordersMade]: '2' });
  await expectFit(page);
  await imports.start();
  await imports.expectResult({});
  await imports.another();

  await imports.paste('customer id\tcompany\tcity\nK1\tAcme\tLeeds\nK9\tNew Shop\tYork\n');
  await imports.goToColumns();
  await imports.goToCheck();
  await imports.expectCheck({ [words.isNew]: '1', [words.wouldUpdate]: '1' });
  await imports.expectSaid('Leeds');
  await imports.chooseRule(words.duplicates, words.duplicateRules.skip);
  await imports.expectCheck({ [words.isNew]: '1', [words.leftThere]: '1' });
  await imports.start();
  await imports.expectResult({ Added: '1', Refused: '0' });
  await app.goTo('customers');
  await customersPage(page).expectCount('3');
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
