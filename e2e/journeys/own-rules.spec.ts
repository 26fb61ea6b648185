import { expect } from '@playwright/test';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { settingsPage } from '#e2e/pages/settings-page.ts';
import { tasksPage } from '#e2e/pages/tasks-page.ts';
import { todayPage } from '#e2e/pages/today-page.ts';
import { shopsOfADay } from '#e2e/samples/shops-of-a-day.ts';
import { test } from '#e2e/test.ts';

test('I set how often class A is visited and what I mean to reach, and Today goes by it', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  const settings = settingsPage(page);
  await app.open();
  await app.expectReadyOffline();
  await context.setOffline(true);
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'shops.csv', bytes: shopsOfADay() });
  await settings.open();
  await settings.typeRhythm('A', '0');
  await settings.expectDaysWrong();
  await settings.setRhythm('A', '7');
  await settings.setTarget('Visits', '20');
  await expectFit(page);
  await page.reload();
  await settings.expectRhythm('A', '7');
  await todayPage(page).open();
  await todayPage(page).expectTile('Visits this month', 'of 20');
});

test('I add a task in words, let it repeat, tick it, and take the tick back', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  const tasks = tasksPage(page);
  await app.open();
  await app.expectReadyOffline();
  await context.setOffline(true);
  await tasks.open();
  await tasks.add('Order leaflets today');
  await expect(tasks.rows('Order leaflets')).toHaveCount(1);
  await tasks.repeatWeekly('Order leaflets');
  await tasks.expectRepeats('Order leaflets', 1);
  await expectFit(page);

  await tasks.tick('Order leaflets');
  // The one that was done, and the one of next week.
  await expect(tasks.rows('Order leaflets')).toHaveCount(2);
  await app.undo();
  await expect(tasks.rows('Order leaflets')).toHaveCount(1);
  await page.reload();
  await tasks.expectRepeats('Order leaflets', 1);
});
