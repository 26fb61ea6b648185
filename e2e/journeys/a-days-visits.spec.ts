import { expect, type Locator } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { customersPage } from '#e2e/pages/customers-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { logPage } from '#e2e/pages/log-page.ts';
import { orientation } from '#e2e/pages/orientation.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { todayPage } from '#e2e/pages/today-page.ts';
import { shopsOfADay } from '#e2e/samples/shops-of-a-day.ts';
import { test } from '#e2e/test.ts';

/** Journey 3 of product.md: under 45 seconds of taps. */
const mostSeconds = 45;

test('I plan the morning, prepare one visit, log it in three taps and a sentence, and the next step is on Today', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  const today = todayPage(page);
  const log = logPage(page);
  const style = { orientation: orientation(), theme: 'light', language: 'en' } as const;
  await app.open();
  await app.expectReadyOffline();
  await context.setOffline(true);
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'shops.csv', bytes: shopsOfADay() });

  await today.open();
  await today.expectNothingPlanned();
  await shoot(page, { ...style, screen: 'today-empty' });
  await expectFit(page);
  await today.planDay();
  await today.expectSuggestions(5);
  await shoot(page, { ...style, screen: 'plan-my-day' });
  await expectFit(page);
  await today.addPlan(5);
  await today.expectVisits(5);
  await expectFit(page);
  const [first = '', second = ''] = await today.names();
  await today.moveUp(second);
  await expect.poll(today.names).toEqual(expect.arrayContaining([first, second]));
  await expect.poll(async () => (await today.names())[0]).toBe(second);
  await shoot(page, { ...style, screen: 'today-planned' });

  await today.prepare(second);
  await customersPage(page).expectName(second);
  await today.open();

  let taps = 0;
  const tap = async (button: Locator) => {
    await button.tap();
    taps += 1;
  };
  const begun = performance.now();
  await tap(today.logButton(second));
  await tap(log.outcome('interested'));
  await log.type('Wants forty boxes for the summer, asks for a price.');
  await tap(log.saveButton);
  await today.expectVisits(4);
  const seconds = (performance.now() - begun) / 1000;
  console.info(`visit logged in ${taps} taps and one sentence, ${seconds.toFixed(1)} s`);
  expect(taps).toBe(3);
  expect(seconds).toBeLessThan(mostSeconds);
  await today.expectTile('Visits this month', '1');

  await today.logButton(first).tap();
  await log.outcome('followup').tap();
  await log.type('The owner is away until noon.');
  await log.nextStep('Call the owner', new Date().toLocaleDateString('sv'));
  await shoot(page, { ...style, screen: 'log' });
  await expectFit(page);
  await log.saveButton.tap();
  await today.expectVisits(3);
  await today.expectTask('Call the owner', first);
  await app.undo();
  await today.expectVisits(4);
});
