import { expect, type Page } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { dragByFinger, dragByMouse } from '#e2e/pages/drag.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { logPage } from '#e2e/pages/log-page.ts';
import { orientation } from '#e2e/pages/orientation.ts';
import { pipelinePage } from '#e2e/pages/pipeline-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { todayPage } from '#e2e/pages/today-page.ts';
import { shopsOfADay } from '#e2e/samples/shops-of-a-day.ts';
import { test } from '#e2e/test.ts';

const openShops = async (page: Page) => {
  await appPage(page).open();
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'shops.csv', bytes: shopsOfADay() });
};

const picture = (page: Page, screen: string) =>
  shoot(page, { screen, orientation: orientation(), theme: 'light', language: 'en' });

test('I put my visits in order by mouse, finger and key, check in where I am, and log without a position too', async ({
  page,
  context,
}) => {
  const today = todayPage(page);
  const log = logPage(page);
  await openShops(page);
  await today.open();
  await today.planDay();
  await today.addPlan(5);
  await today.expectVisits(5);
  const [one = '', two = '', three = '', four = '', five = ''] = await today.names();
  await dragByMouse(page, today.handle(one), today.row(three));
  await expect.poll(today.names).toEqual([two, three, one, four, five]);
  await dragByFinger(page, today.handle(two), today.row(one));
  await expect.poll(today.names).toEqual([three, one, two, four, five]);
  await today.moveDownByKey(three);
  await expect.poll(today.names).toEqual([one, three, two, four, five]);
  await appPage(page).undo();
  await expect.poll(today.names).toEqual([three, one, two, four, five]);

  await today.logButton(three).tap();
  await log.checkIn();
  await appPage(page).expectRefusal('position-denied');
  await picture(page, 'log-no-position');
  await expectFit(page);
  await log.outcome('order').tap();
  await log.saveButton.tap();
  await today.expectVisits(4);

  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 53.74, longitude: -0.33 });
  await today.logButton(one).tap();
  await log.outcome('interested').tap();
  await log.type('Wants the new leaflet.');
  await log.checkIn();
  await log.expectCheckedIn();
  await picture(page, 'log-checked-in');
  await expectFit(page);
  await log.saveButton.tap();
  await today.expectVisits(3);

  await page.goto('./#/report');
  await expect(page.getByRole('main').getByText('Wants the new leaflet.')).toBeVisible();
  await picture(page, 'report');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('main').getByText('Wants the new leaflet.')).toBeVisible();
  await picture(page, 'report-print');
});

test('I move a deal with a finger by its button, and by keys from its handle', async ({ page }) => {
  const pipeline = pipelinePage(page);
  await openShops(page);
  await pipeline.open();
  await pipeline.make({ name: 'Tea for the year', amount: '12000', stage: 'prospecting' });
  await pipeline.open();
  await pipeline.show('prospecting');
  await pipeline.tapMoveTo('Tea for the year', 'qualified');
  await pipeline.expectIn('Tea for the year', 'qualified');
  await pipeline.dragByKey('Tea for the year', 'negotiation');
  await pipeline.expectIn('Tea for the year', 'negotiation');
});
