import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { fieldsPage } from '#e2e/pages/fields-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { trashPage } from '#e2e/pages/trash-page.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';

const { imports: words } = en;

/** Two lines of an office above the header, one of which looks like a header itself. */
const table = `north,list,by,office
name,since,rate,last seen
Acme,31/12/24,12.5%,3 Jan 2024
Bolt,01/02/99,7%,"Feb 4, 2023"
Cord,15/06/23,-3%,05-Mar-22
`;

const deals = 'deal id,product,stage\nD1,GTXPro,Won\nD2,GTXPro,Lost\nD3,tea-pot,Won\n';
const products = 'sku,product name,price\nP1,GTX Pro,20\nP2,Tea Pot,5\n';

const card = (name: string, more = '') =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\n${more}END:VCARD\r\n`;
const photo = 'PHOTO;ENCODING=b;TYPE=JPEG:QUJD\r\n QUJD\r\n';

test('I say which row names the columns; short years, named months and percentages come in', async ({
  page,
}, { project }) => {
  const shot = { orientation: project.name, theme: 'light', language: 'en' };
  const app = appPage(page);
  await app.open();
  await app.undoNothing();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  await imports.pick({ name: 'north.csv', bytes: Buffer.from(table) });
  await imports.chooseHeader(words.noHeader);
  await imports.expectRead(words.header, words.noHeader);
  await imports.chooseHeader(words.headerRow(2, 'name · since · rate · last seen'));
  await imports.expectSaid(words.remarks.preamble(1));
  await imports.expectSaid(words.remarks['short-years'](2));
  await expectFit(page);
  await shoot(page, { ...shot, screen: 'import-header' });

  await imports.goToColumns();
  await imports.goToCheck();
  await imports.expectCheck({ [words.isNew]: '3', [words.refusedRows]: '0' });
  await imports.start();
  await imports.expectResult({ 'Rows read': '3', Added: '3', Refused: '0' });
  await imports.expectUndoOnce();
  await expectFit(page);

  await app.goTo('customers');
  const customers = customersPage(page);
  await customers.openNamed('Cord');
  await customers.expectField('rate', /−3%|-3%/u);
  await customers.expectField('since', /Jun 15, 2023/u);
  await customers.expectField('last seen', /Mar 5, 2022/u);

  // A field that is put away lies in the trash like a customer, and comes back from it.
  const fields = fieldsPage(page);
  const trash = trashPage(page);
  await fields.open();
  await fields.remove('rate');
  await fields.expectGone('rate');
  await trash.open();
  await trash.expectHolds('rate');
  await expectFit(page);
  await shoot(page, { ...shot, screen: 'trash-field' });
  await trash.restore('rate');
  await trash.expectEmpty();
  await fields.open();
  await fields.expectThere('rate');
});

test('I answer for each pair of names, and hear what cards leave behind', async ({ page }, {
  project,
}) => {
  const shot = { orientation: project.name, theme: 'light', language: 'en' };
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).importFile();
  const imports = importPage(page);
  await imports.pick([
    { name: 'deals.csv', bytes: Buffer.from(deals) },
    { name: 'products.csv', bytes: Buffer.from(products) },
    { name: 'people.vcf', bytes: Buffer.from(card('Ann', photo) + card('Ben')) },
  ]);
  await imports.goToColumns();
  await imports.goToCheck();
  await imports.expectCheck({});
  await imports.answerPair(words.near(2, 'GTXPro', 'GTX Pro'), words.nearSame);
  await imports.expectCheck({});
  await imports.answerPair(words.near(1, 'tea-pot', 'Tea Pot'), words.nearApart);
  await imports.expectCheck({});
  await imports.expectAnswer(words.near(2, 'GTXPro', 'GTX Pro'), words.nearSame);
  await imports.expectAnswer(words.near(1, 'tea-pot', 'Tea Pot'), words.nearApart);
  await imports.expectSaid(words.attached(1));
  await expectFit(page);
  await shoot(page, { ...shot, screen: 'import-pairs' });
  await imports.start();
  await imports.expectResult({});
  await imports.expectSaid(words.attached(1));
});
