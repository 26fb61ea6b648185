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

/** What a killed tab may lose: what was typed in the last 0.3 seconds. */
const promisedMs = 300;

test('the tab is killed in mid-note; when I come back my words are offered, and saved once', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  await app.open();
  await firstRunPage(page).importFile();
  await importPage(page).bringIn({ name: 'shops.csv', bytes: shopsOfADay() });
  await todayPage(page).open();
  await todayPage(page).planDay();
  await todayPage(page).expectSuggestions(5);
  await todayPage(page).addPlan(5);
  await todayPage(page).expectVisits(5);
  const [name = ''] = await todayPage(page).names();
  await todayPage(page).logButton(name).tap();
  await logPage(page).outcome('interested').tap();
  await logPage(page).type('She wants forty boxes and asked about');
  await page.waitForTimeout(promisedMs);
  const killed = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await killed;

  const again = await context.newPage();
  await appPage(again).open();
  const today = todayPage(again);
  await today.expectDraftOf(name, 'She wants forty boxes and asked about');
  await shoot(again, {
    screen: 'today-draft-offered',
    orientation: orientation(),
    theme: 'light',
    language: 'en',
  });
  await expectFit(again);
  const log = logPage(again);
  await today.logButton(name).tap();
  await log.expectOffered(name);
  await log.resume();
  await log.expectText('She wants forty boxes and asked about');
  await log.expectChosen('interested');
  await log.type(' the summer price.');
  await log.saveButton.tap();
  await today.expectVisits(4);
  await again.reload();
  await today.expectVisits(4);
  await again.goto('./#/customers');
  await customersPage(again).expectCount('8');
});
