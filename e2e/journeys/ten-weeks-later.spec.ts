import { expect, type Page } from '@playwright/test';
import { shoot } from '#e2e/contact-sheet.ts';
import { appPage } from '#e2e/pages/app-page.ts';
import { firstRunPage } from '#e2e/pages/first-run-page.ts';
import { importPage } from '#e2e/pages/import-page.ts';
import { orientation } from '#e2e/pages/orientation.ts';
import { predictionsPage } from '#e2e/pages/predictions-page.ts';
import { keepPreferences } from '#e2e/pages/preferences.ts';
import { expectFit } from '#e2e/pages/screen-checks.ts';
import { makeRhythmTable } from '#e2e/samples/make-rhythm-table.ts';
import { test } from '#e2e/test.ts';
import { en } from '#i18n/en.ts';
import { zh } from '#i18n/zh.ts';

const looks = [
  { theme: 'sunlight', language: 'zh' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'en' },
] as const;
const wordsOf = { en, zh } as const;

/** The card under this heading in every look; the last one stays. */
const picture = async (page: Page, screen: string, heading: 'outcomes' | 'candidate' | 'offer') => {
  for (const look of looks) {
    await keepPreferences(page, look);
    await page.reload();
    const title = wordsOf[look.language].modelCare[heading];
    const card = page.getByRole('main').getByRole('region', { name: title, exact: true });
    await expect(card.first()).toBeVisible({ timeout: 60_000 });
    await card.first().evaluate((element) => element.scrollIntoView());
    await expectFit(page);
    await shoot(page, { screen, orientation: orientation(), ...look });
  }
};

test('ten weeks later I see what came of the predictions, train again, and go back', async ({
  page,
}) => {
  await page.clock.setFixedTime(Date.UTC(2025, 11, 10, 8));
  await appPage(page).open();
  await firstRunPage(page).importFile();
  const bytes = makeRhythmTable({ customers: 260, seed: 4 });
  await importPage(page).bringIn({ name: 'orders.csv', bytes });
  const predictions = predictionsPage(page);
  await predictions.open();
  await predictions.askOrders(en.orderQuestions.within(60));
  await predictions.train();
  await predictions.expectReport();
  await predictions.expectNotDue();

  await page.clock.setFixedTime(Date.UTC(2026, 1, 24, 8));
  await page.reload();
  await predictions.expectHits();
  await predictions.expectOffer();
  await picture(page, 'what-came', 'outcomes');
  await picture(page, 'train-again', 'offer');
  await predictions.trainAgain();
  await predictions.expectCandidate('same-rows');
  await picture(page, 'candidate', 'candidate');
  await predictions.answerCandidate('use');
  await predictions.expectNotDue();
});
