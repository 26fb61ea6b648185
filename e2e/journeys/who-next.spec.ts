import { expect, type Page } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { orientation } from '#e2e/pages/orientation.ts';
import { predictionsPage } from '#e2e/pages/predictions-page.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { suggestionsPage } from '#e2e/pages/suggestions-page.ts';
import { makeRhythmTable } from '#e2e/samples/make-rhythm-table.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';

const picture = async (page: Page, screen: string) => {
  await expectFit(page);
  await shoot(page, { screen, orientation: orientation(), theme: 'light', language: 'en' });
};

test('I ask who buys within 60 days, make a task of one, say why not of another, and take it back', async ({
  page,
  context,
}) => {
  const app = appPage(page);
  await app.open();
  await app.expectReadyOffline();
  await context.setOffline(true);
  const suggestions = suggestionsPage(page);
  await firstRunPage(page).importFile();
  const bytes = makeRhythmTable({ customers: 260, seed: 4 });
  await importPage(page).bringIn({ name: 'orders.csv', bytes });
  await suggestions.open();
  await suggestions.expectNone();

  const predictions = predictionsPage(page);
  await predictions.open();
  await predictions.askOrders(en.orderQuestions.within(60));
  await picture(page, 'ask-orders');
  await predictions.train();
  await predictions.expectReport();
  await picture(page, 'report-orders');

  await suggestions.open();
  await suggestions.expectRows(20);
  await suggestions.expectReason();
  await picture(page, 'suggestions');
  const taken = await suggestions.accept(0);
  await suggestions.expectGone(taken);
  const refused = await suggestions.askToDismiss(0);
  await expectFit(page);
  await suggestions.dismiss('no-need');
  await suggestions.expectGone(refused);
  await suggestions.expectCounted(1, 1);

  await page.goto('./#/tasks');
  const task = page.getByRole('listitem').filter({ hasText: en.recommendations.callTitle });
  await expect(task).toHaveCount(1);
  await expect(task).toContainText(taken);

  await suggestions.open();
  await app.undo();
  await suggestions.expectThere(refused);
});
