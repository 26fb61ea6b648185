import { expect, type Page } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { customerPage } from '#e2e/pages/customer-page.ts';
import { fieldsPage } from '#e2e/pages/fields-page.ts';
import { keepPreferences } from '#e2e/pages/preferences.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { makePng, scriptedSvg } from '#e2e/samples/make-picture.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';
import { zh } from '#i18n/zh.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const plain = { theme: 'light', language: 'en' } as const;

const look = async (
  page: Page,
  screen: string,
  style: Parameters<typeof keepPreferences>[1] = plain,
) => {
  await expectFit(page);
  await shoot(page, { screen, orientation: test.info().project.name, ...style });
};

/** The same page by night, in Chinese. */
const lookInChinese = async (page: Page, name: string) => {
  const style = { theme: 'dark', language: 'zh' } as const;
  await keepPreferences(page, style);
  await page.reload();
  const customer = customerPage(page, zh);
  await customer.expectName(name);
  await look(page, 'customer-page', style);
  await customer.edit();
  await look(page, 'customer-edit', style);
  await customer.cancel();
  await keepPreferences(page, plain);
  await page.reload();
};

const seconds = async (act: () => Promise<void>): Promise<number> => {
  const start = Date.now();
  await act();
  return (Date.now() - start) / 1000;
};

/** How wide a picture is once it is drawn; 0 while it is none. */
const widthOf = (picture: ReturnType<ReturnType<typeof customerPage>['picture']>) =>
  picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);

test('a customer is made at the door, filled in, looked after, mended and taken back', async ({
  page,
}) => {
  const app = appPage(page);
  const customer = customerPage(page);
  const fields = fieldsPage(page);
  await app.open();

  const made = await seconds(async () => {
    await customer.openNew();
    await customer.type({ name: 'Harbour Bakery', phone: '+44 1353 555 0101' });
    await look(page, 'customer-new');
    await customer.save();
    await customer.expectName('Harbour Bakery');
  });
  console.log(`a customer made at the door in ${made.toFixed(1)} s`);

  // The same number again: told who it is, and led there; what was typed is offered again.
  await customer.openNew();
  await customer.type({ name: 'Harbor bakery', phone: '01353 5550101' });
  await customer.expectDuplicate('Harbour Bakery', en.duplicates.reasons.phone);
  await look(page, 'customer-duplicate');
  await customer.openDuplicate();
  await customer.expectName('Harbour Bakery');
  await customer.openNew();
  await customer.expectResumed();
  await customer.cancel();

  const added = await seconds(async () => {
    await fields.open();
    await fields.add('Oven brand', 'choice', 'Miwe, Werner');
  });
  console.log(`a field of one's own added in ${added.toFixed(1)} s`);
  await fields.add('Birthday', 'date');
  await fields.expectNotLearnt('Birthday');
  await look(page, 'fields');
  await fields.remove('Birthday');
  await fields.expectGone('Birthday');
  await app.undo();
  await fields.expectThere('Birthday');

  await page.goto('./#/customers');
  await page.getByRole('grid', { name: en.customers.list }).getByRole('link').first().click();
  await customer.expectName('Harbour Bakery');

  await customer.addContact('Eve Marsh', '+44 1353 555 0199', en.customerPage.roles.decider);
  await customer.addTask('Send the price list');
  await customer.addNote('Wants the new flour from May on.');
  await customer.tickTask('Send the price list');
  await customer.expectHappened(en.customerPage.taskDone('Send the price list'));

  await customer.addPhoto('shop.png', 'image/png', makePng(2400, 1200));
  await expect.poll(() => widthOf(customer.picture('shop.png'))).toBe(1600);
  await customer.addPhoto('logo.svg', 'image/svg+xml', scriptedSvg);
  await expect.poll(() => widthOf(customer.picture('logo.svg'))).toBe(120);
  expect(await page.title()).not.toContain('taken');
  await customer.addPhoto('broken.png', 'image/png', Buffer.from('no picture at all'));
  await app.expectRefusal('picture-unreadable');
  await customer.attachFile('big.pdf', 'application/pdf', Buffer.alloc(3_100_000));
  await app.expectRefusal('attachment-too-large');

  await customer.edit();
  await customer.chooseInForm(en.customers.class, 'A');
  await customer.chooseInForm('Oven brand', 'Miwe');
  await customer.addTag('harbour');
  await look(page, 'customer-edit');
  await customer.save();
  await customer.expectField('Oven brand', 'Miwe');
  await look(page, 'customer-page');

  await lookInChinese(page, 'Harbour Bakery');
  await customer.showHistory();
  await customer.expectChange('Oven brand', 'Miwe');
  await look(page, 'customer-history');
  await customer.restoreFirst();
  await customer.expectNoOwnFields();

  await customer.remove();
  await expect(page.getByText(en.customers.empty)).toBeVisible();
  await app.undo();
  await expect(page.getByRole('grid', { name: en.customers.list })).toContainText('Harbour Bakery');
});
