import type { Page } from '@playwright/test';
import { bindSheet, shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { customerListPage } from '#e2e/pages/customer-list-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { bookRows, makeBookTable } from '#e2e/samples/make-book-table.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';

const { customers: words } = en;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('I find customers however I type, keep the list, and change all of it at once', async ({
  page,
}, { project }) => {
  const app = appPage(page);
  const list = customerListPage(page);
  const customers = customersPage(page);
  const picture = (screen: string) => take(page, screen, project.name);
  await app.open();
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'book.csv', bytes: makeBookTable() });
  await app.goTo('customers');
  await customers.expectCount(String(bookRows));

  await test.step('a slip, pinyin letters, a phone in another form', async () => {
    for (const [typed, name] of [
      ['lindmor', 'Lindmoor Foods'],
      ['shyh', '上海云禾餐饮'],
      ['chongqing', '重庆大江商贸'],
      ['+44 1904 960555', 'Tamm Market'],
    ] as const) {
      await list.search(typed);
      await customers.expectCount('1');
      await list.expectFirst(name);
    }
    await list.search('');
    await customers.expectCount(String(bookRows));
  });

  await test.step('two conditions, kept as a view', async () => {
    await list.openFilter();
    await list.tick(words.columns.city, ['Leeds', 'York']);
    await expectFit(page);
    await picture('list-filter');
    await list.useFilter();
    await customers.expectCount('5');
    await list.openFilter();
    await list.atLeast('Seats', '12');
    await list.useFilter();
    await customers.expectCount('4');
    await list.sortBy('Seats');
    await list.expectFirst('Lindmoor Foods');
    await list.turnRound();
    await list.expectFirst('Harrow Bakery');
    await list.openViews();
    await list.keepView('Larger ones');
    await list.renameView('Larger ones', 'Larger ones in Yorkshire');
    await expectFit(page);
    await picture('list-views');
    await list.close();
    await list.removeFilter('Seats from 12');
    await customers.expectCount('5');
    await page.reload();
    await customers.expectCount('5');
    await list.openViews();
    await list.pickView('Larger ones in Yorkshire');
    await customers.expectCount('4');
    await expectFit(page);
    await picture('list-chips');
  });

  await test.step('all of them get a tag, with a look at it first, and lose it again', async () => {
    await list.select();
    await list.selectAll('4');
    await list.expectSelected(4);
    await expectFit(page);
    await picture('list-selected');
    await list.addTag('spring');
    await list.expectPreview(4, 0, '– → spring');
    await expectFit(page);
    await picture('list-bulk');
    await list.changeNow(4);
    await list.openFilter();
    await list.tick(words.columns.tags, ['spring']);
    await list.useFilter();
    await customers.expectCount('4');
    await app.undo();
    await customers.expectCount('0');
    await picture('list-none-found');
    await list.removeFilter(`${words.columns.tags}: spring`);
    await customers.expectCount('4');
  });

  await test.step('from one customer to the next of the list', async () => {
    await customers.openFirst();
    await customers.expectName('Harrow Bakery');
    await list.expectPlace('1', '4');
    await list.goToNext();
    await customers.expectName('Quist & Daughters');
    await list.expectPlace('2', '4');
    await picture('list-next');
  });
});

const take = async (page: Page, screen: string, orientation: string) => {
  await shoot(page, { screen, orientation, theme: 'light', language: 'en' });
  bindSheet();
};
